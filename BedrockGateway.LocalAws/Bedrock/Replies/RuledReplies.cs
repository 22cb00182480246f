using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>
/// Replies by rule: the same request gets the same reply. Only the cache's part in the usage depends on what came
/// before.
/// </summary>
internal sealed class RuledReplies(PromptCache cache) : IReplySource
{
    /// <inheritdoc/>
    public Task<Reply> AnswerAsync(ModelRequest request, Prompt prompt, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request, prompt));

    /// <inheritdoc/>
    public IAsyncEnumerable<ReplyEvent> StreamAsync(
        ModelRequest request, Prompt prompt, CancellationToken cancellationToken) =>
        ReplyEvents.Of(Answer(request, prompt)).ToAsyncEnumerable();

    private Reply Answer(ModelRequest request, Prompt prompt)
    {
        ToolUseBlock[] calls = [.. ToolCalls.Of(request, prompt)];
        List<ReplyBlock> blocks = [];
        if (prompt.Reasons)
        {
            blocks.Add(Reasoning(request, prompt));
        }

        blocks.AddRange(calls);
        if (calls.Length == 0)
        {
            blocks.Add(new TextBlock(AnswerText.Of(request, prompt)));
        }

        return ReplyLimits.Apply(blocks, prompt, cache.Charge(request.Model.Id, PromptMeter.Measure(prompt)));
    }

    private static ReasoningBlock Reasoning(ModelRequest request, Prompt prompt) => new(
        $"{request.Model.Name} thinks about \"{AnswerText.Echo(prompt.LastUserText)}\".",
        Convert.ToBase64String(Convert.FromHexString(request.Digest)));
}
