using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>Stop sequences and the token limit of a request, applied to what would be answered without.</summary>
internal static class ReplyLimits
{
    /// <summary>
    /// The reply as far as it goes: texts end before a stop sequence, texts and thoughts where the limit is, and a
    /// call of a tool that does not fit in is left out.
    /// </summary>
    public static Reply Apply(IReadOnlyList<ReplyBlock> blocks, Prompt prompt, TokenUsage input)
    {
        List<ReplyBlock> kept = [];
        var ending = new Ending(blocks.Any(block => block is ToolUseBlock) ? StopKind.ToolUse : StopKind.EndOfTurn);
        var written = 0;
        foreach (var block in blocks)
        {
            var (stopped, sequence) = Stop(block, prompt.StopSequences);
            var fitting = Fit(stopped, prompt.MaxTokens - written, out var tokens);
            written += Math.Min(tokens, prompt.MaxTokens - written);
            if (fitting is not null)
            {
                kept.Add(fitting);
            }

            if (fitting != stopped)
            {
                ending = new(StopKind.TokenLimit);
                break;
            }

            if (sequence is not null)
            {
                ending = new(StopKind.StopSequence, sequence);
                break;
            }
        }

        return new(kept, ending, input with { Output = written });
    }

    /// <summary>The length of a block, by the rule of <see cref="TokenText"/>.</summary>
    public static int TokensOf(ReplyBlock block) => block switch
    {
        TextBlock { Text: var text } => TokenText.Count(text),
        ReasoningBlock { Text: var text } => TokenText.Count(text),
        ToolUseBlock use => TokenText.Count(use.Name) + TokenText.Count(use.Input.ToJsonString()),
        _ => 0,
    };

    private static (ReplyBlock Block, string? Sequence) Stop(ReplyBlock block, IReadOnlyList<string> sequences)
    {
        if (block is not TextBlock { Text: var text })
        {
            return (block, null);
        }

        string? stop = null;
        foreach (var sequence in sequences.Where(sequence => sequence.Length > 0))
        {
            var index = text.IndexOf(sequence, StringComparison.Ordinal);
            if (index >= 0)
            {
                stop = sequence;
                text = text[..index];
            }
        }

        return stop is null ? (block, null) : (new TextBlock(text), stop);
    }

    private static ReplyBlock? Fit(ReplyBlock block, int maxTokens, out int tokens)
    {
        tokens = TokensOf(block);
        return tokens <= maxTokens
            ? block
            : block switch
            {
                TextBlock { Text: var text } when maxTokens > 0 => new TextBlock(TokenText.Take(text, maxTokens)),
                _ when maxTokens <= 0 => null,
                ReasoningBlock thought => thought with { Text = TokenText.Take(thought.Text, maxTokens) },
                _ => null,
            };
    }
}
