using BedrockGateway.LocalAws.Bedrock.Families;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>A whole reply as the steps of its stream.</summary>
internal static class ReplyEvents
{
    private const int SmallestDelta = 2;

    // A reply of any length is a stream of some tens of thousands of events at most.
    private const int MostDeltas = 25_000;

    public static IEnumerable<ReplyEvent> Of(Reply reply)
    {
        var deltaTokens = Math.Max(SmallestDelta, 1 + ((reply.Usage.Output - 1) / MostDeltas));
        yield return new ReplyStarted(reply.Usage with { Output = 0 });
        foreach (var (index, block) in reply.Blocks.Index())
        {
            yield return new BlockStarted(index, block);
            foreach (var delta in Deltas(index, block, deltaTokens))
            {
                yield return delta;
            }

            yield return new BlockEnded(index, block);
        }

        yield return new ReplyEnded(reply.Ending, reply.Usage);
    }

    private static IEnumerable<BlockDelta> Deltas(int index, ReplyBlock block, int deltaTokens) => block switch
    {
        TextBlock { Text: var text } => Split(index, DeltaKind.Text, text, deltaTokens),
        ReasoningBlock { Text: var text, Signature: var signature } =>
            Split(index, DeltaKind.Reasoning, text, deltaTokens)
                .Append(new(index, DeltaKind.Signature, signature)),
        ToolUseBlock { Input: var input } => Split(index, DeltaKind.Input, input.ToJsonString(), deltaTokens),
        _ => [],
    };

    private static IEnumerable<BlockDelta> Split(int index, DeltaKind kind, string text, int deltaTokens)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = TokenText.LengthOf(text.AsSpan(start), deltaTokens);
            yield return new(index, kind, text.Substring(start, length));
            start += length;
        }
    }
}
