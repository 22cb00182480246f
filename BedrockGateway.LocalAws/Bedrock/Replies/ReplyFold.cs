using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>The whole reply, from the steps of its stream.</summary>
internal static class ReplyFold
{
    /// <exception cref="InvalidOperationException">The steps end before the reply does.</exception>
    public static async Task<Reply> FoldAsync(
        IAsyncEnumerable<ReplyEvent> steps, CancellationToken cancellationToken)
    {
        List<ReplyBlock> blocks = [];
        var text = new StringBuilder();
        var signature = string.Empty;
        await foreach (var step in steps.WithCancellation(cancellationToken))
        {
            switch (step)
            {
                case BlockStarted:
                    text.Clear();
                    break;
                case BlockDelta { Kind: DeltaKind.Signature, Text: var signed }:
                    signature = signed;
                    break;
                case BlockDelta { Text: var piece }:
                    text.Append(piece);
                    break;
                case BlockEnded { Block: var block }:
                    blocks.Add(Whole(block, text.ToString(), signature));
                    break;
                case ReplyEnded ended:
                    return new(blocks, ended.Ending, ended.Usage);
                default:
                    break;
            }
        }

        throw new InvalidOperationException("The steps end before the reply does.");
    }

    private static ReplyBlock Whole(ReplyBlock block, string text, string signature) => block switch
    {
        ToolUseBlock use => use with { Input = Arguments(text) },
        ReasoningBlock => new ReasoningBlock(text, signature),
        _ => new TextBlock(text),
    };

    // Small models write arguments that are no JSON at times.
    private static JsonObject Arguments(string text)
    {
        try
        {
            return ModelBody.Read(text) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
