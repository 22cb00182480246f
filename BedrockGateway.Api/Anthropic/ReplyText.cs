using System.Security.Cryptography;
using System.Text.Json;
using BedrockGateway.Api.Calls;

namespace BedrockGateway.Api.Anthropic;

/// <summary>What whole replies and streams say alike.</summary>
internal static class ReplyText
{
    private const string IdChars = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static string NewId() => $"msg_01{RandomNumberGenerator.GetString(IdChars, 22)}";

    /// <summary>Writes what the call has used so far; of what nobody has told, nothing.</summary>
    public static void WriteUsage(Utf8JsonWriter json, ModelExchange exchange)
    {
        var tokens = exchange.Tokens;
        json.WriteStartObject("usage");
        json.WriteNumber("input_tokens", tokens.Input ?? 0);
        json.WriteNumber("cache_creation_input_tokens", tokens.CacheWrite ?? 0);
        json.WriteNumber("cache_read_input_tokens", tokens.CacheRead ?? 0);
        json.WriteNumber("output_tokens", tokens.Output ?? 0);
        json.WriteEndObject();
    }

    /// <summary>Writes why it ended, in Anthropic's words.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="bedrocks">Why, in Bedrock's words; <see langword="null"/> before the end.</param>
    /// <param name="usesTool">Whether the reply asks for a tool.</param>
    /// <param name="stops">The texts at which the client wanted it to stop.</param>
    public static void WriteStop(Utf8JsonWriter json, string? bedrocks, bool usesTool, IReadOnlyList<string> stops)
    {
        json.WriteString("stop_reason", bedrocks switch
        {
            // Some models do not say that they wait for a tool; some use one that only the gateway knows.
            "end_turn" when usesTool => "tool_use",
            "tool_use" when !usesTool => "end_turn",
            "guardrail_intervened" or "content_filtered" => "refusal",
            "malformed_model_output" or "malformed_tool_use" => "end_turn",
            _ => bedrocks,
        });

        // Converse does not tell which one it was.
        json.WriteString("stop_sequence", bedrocks is "stop_sequence" && stops is [var only] ? only : null);
    }
}
