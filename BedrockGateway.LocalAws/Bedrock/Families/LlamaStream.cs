using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Meta Llama's chunks.</summary>
internal sealed class LlamaStream : INativeStream
{
    private int? _promptTokens;
    private int _tokens;

    /// <inheritdoc/>
    public IEnumerable<JsonObject> Write(ReplyEvent step)
    {
        switch (step)
        {
            case ReplyStarted { Usage: var usage }:
                _promptTokens = usage.Input;
                return [];
            case BlockDelta { Kind: DeltaKind.Text, Text: var text }:
                _tokens += TokenText.Count(text);
                return [Chunk(text, stopReason: null)];
            case ReplyEnded ended:
                _tokens = ended.Usage.Output;
                return [Chunk(string.Empty, ended.Ending.Word("stop", "length", "stop"))];
            default:
                return [];
        }
    }

    private JsonObject Chunk(string text, string? stopReason)
    {
        var chunk = new JsonObject
        {
            ["generation"] = text,
            ["prompt_token_count"] = _promptTokens,
            ["generation_token_count"] = _tokens,
            ["stop_reason"] = stopReason,
        };
        _promptTokens = null;
        return chunk;
    }
}
