using System.Globalization;
using System.Text.Json;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Calls;

/// <summary>Finds what a call used, wherever its reply tells: headers, body, or any event of a stream.</summary>
internal sealed class ReplyMeter
{
    private const string Input = "X-Amzn-Bedrock-Input-Token-Count";
    private const string Output = "X-Amzn-Bedrock-Output-Token-Count";
    private const string CacheRead = "X-Amzn-Bedrock-Cache-Read-Input-Token-Count";
    private const string CacheWrite = "X-Amzn-Bedrock-Cache-Write-Input-Token-Count";

    /// <summary>What is known so far.</summary>
    public Tokens Tokens { get; private set; }

    /// <summary>Why the model ended; empty as long as it has not said.</summary>
    public string[] FinishReasons { get; private set; } = [];

    /// <summary>The model's own name for itself.</summary>
    public string? Model { get; private set; }

    public void Read(IReadOnlyDictionary<string, string> headers) => Tokens = new(
        Find(headers, Input), Find(headers, Output), Find(headers, CacheRead), Find(headers, CacheWrite));

    public void Read(JsonElement body)
    {
        // Bedrock's own counts go before the model's.
        Tokens = Tokens.Or(ReplyUsage.TokensOf(body));
        Describe(body);
    }

    public void Read(in EventFrame frame)
    {
        if (!TellsSomething(frame))
        {
            return;
        }

        var reader = new Utf8JsonReader(frame.Payload.Span);
        if (JsonElement.TryParseValue(ref reader, out var parsed) && parsed is { } told)
        {
            // Later events know better.
            Tokens = ReplyUsage.TokensOf(told).Or(Tokens);
            Describe(told);
        }
    }

    private void Describe(JsonElement told)
    {
        if (ReplyUsage.FinishReasonsOf(told) is { Length: > 0 } reasons)
        {
            FinishReasons = reasons;
        }

        Model ??= ReplyUsage.ModelOf(told);
    }

    // Most events of a stream are a word of text: they are not parsed for what they do not have.
    private static bool TellsSomething(in EventFrame frame) => frame.Type switch
    {
        "metadata" or "messageStop" => true,
        "chunk" => HasUsage(frame.Payload.Span),
        _ => false,
    };

    private static bool HasUsage(ReadOnlySpan<byte> chunk) =>
        chunk.IndexOf("sage\":{"u8) >= 0 || chunk.IndexOf("Metrics\""u8) >= 0 || chunk.IndexOf("eason\":\""u8) >= 0;

    private static int? Find(IReadOnlyDictionary<string, string> headers, string name) =>
        headers.TryGetValue(name, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;
}
