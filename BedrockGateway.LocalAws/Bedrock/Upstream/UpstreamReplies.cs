using System.Net;
using System.Runtime.CompilerServices;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Upstream;

/// <summary>Replies of real models behind OpenAI's API, in place of those by rule.</summary>
internal sealed class UpstreamReplies(UpstreamServer server, LocalAwsOptions options) : IReplySource, IDisposable
{
    private string? _firstModel;

    public void Dispose() => server.Dispose();

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(ModelRequest request, Prompt prompt, CancellationToken cancellationToken)
    {
        try
        {
            return await ReplyFold.FoldAsync(StreamAsync(request, prompt, cancellationToken), cancellationToken);
        }
        catch (AwsFault fault) when (fault.Code == "ModelStreamErrorException")
        {
            throw new AwsFault("ModelErrorException", fault.Message, HttpStatusCode.FailedDependency);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReplyEvent> StreamAsync(
        ModelRequest request, Prompt prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var body = UpstreamRequest.Of(request, prompt, await ModelAsync(request.Model.Id, cancellationToken));
        var input = new TokenUsage(PromptMeter.Measure(prompt).Tokens, Output: 0);
        var stream = new UpstreamStream(request, input);
        var isStarted = false;
        await foreach (var chunk in server.CompleteAsync(body, cancellationToken))
        {
            // Only now is it certain that the upstream takes the request.
            if (!isStarted)
            {
                isStarted = true;
                yield return new ReplyStarted(input);
            }

            foreach (var step in stream.Read(chunk))
            {
                yield return step;
            }
        }

        foreach (var step in stream.IsComplete ? stream.End() : throw Incomplete())
        {
            yield return step;
        }
    }

    private static AwsFault Incomplete() => new(
        "ModelStreamErrorException",
        "The upstream failed: its stream ended before its answer.",
        HttpStatusCode.FailedDependency);

    private async ValueTask<string> ModelAsync(string modelId, CancellationToken cancellationToken) =>
        options.BedrockUpstreamModels.TryGetValue(modelId, out var own) ? own
        : options.BedrockUpstreamModels.TryGetValue(LocalAwsOptions.AllModels, out var shared) ? shared
        : _firstModel ??= await server.FirstModelAsync(cancellationToken);
}
