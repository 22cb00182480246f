using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Streams of families that know nothing but text: a chunk for each piece of it, and one at the end.</summary>
/// <param name="text">Writes a piece.</param>
/// <param name="end">Writes the end.</param>
/// <param name="lead">What stands before the first piece, as it does before the whole text.</param>
internal sealed class TextStream(
    Func<string, JsonObject> text, Func<ReplyEnded, JsonObject> end, string lead = "") : INativeStream
{
    private string _lead = lead;

    /// <inheritdoc/>
    public IEnumerable<JsonObject> Write(ReplyEvent step)
    {
        switch (step)
        {
            case BlockDelta { Kind: DeltaKind.Text, Text: var piece }:
                var whole = _lead + piece;
                _lead = string.Empty;
                return [text(whole)];
            case ReplyEnded ended:
                return [end(ended)];
            default:
                return [];
        }
    }
}
