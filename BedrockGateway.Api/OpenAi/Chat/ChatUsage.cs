using System.Text.Json;
using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.OpenAi.Chat;

/// <summary>What a call used. OpenAI counts what came from the cache, or went into it, among the prompt.</summary>
internal static class ChatUsage
{
    /// <summary>Tokens of the prompt, whether read afresh or not.</summary>
    public static int PromptTokens(Tokens tokens) =>
        (tokens.Input ?? 0) + (tokens.CacheRead ?? 0) + (tokens.CacheWrite ?? 0);

    public static void Write(Utf8JsonWriter json, Tokens tokens)
    {
        var (prompt, completion) = (PromptTokens(tokens), tokens.Output ?? 0);
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", prompt);
        json.WriteNumber("completion_tokens", completion);
        json.WriteNumber("total_tokens", prompt + completion);
        json.WriteStartObject("prompt_tokens_details");
        json.WriteNumber("cached_tokens", tokens.CacheRead ?? 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
