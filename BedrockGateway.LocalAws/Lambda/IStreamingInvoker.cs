using System.IO.Pipelines;

namespace BedrockGateway.LocalAws.Lambda;

/// <summary>
/// Invocation of a function whose reply is passed on while it is made, as <c>InvokeWithResponseStream</c> and streaming
/// integrations of API Gateway need it.
/// </summary>
internal interface IStreamingInvoker
{
    /// <summary>Hands the event over, and returns once the function begins to answer or has failed.</summary>
    /// <remarks>A function that does not stream answers all the same: its reply comes in one piece.</remarks>
    /// <exception cref="Wire.AwsFault">
    /// <c>ResourceNotFoundException</c> (404): there is no such function. <c>RequestEntityTooLargeException</c> (413).
    /// </exception>
    ValueTask<LambdaStream> InvokeStreamingAsync(LambdaRequest request, CancellationToken cancellationToken);
}

/// <summary>A reply that is still being made. Whoever disposes of it early does not stop the function.</summary>
/// <param name="executedVersion"><c>$LATEST</c> or the number of a version.</param>
/// <param name="body">
/// Bytes as they come; at their end, <paramref name="end"/> tells whether they are all. Empty where the function failed
/// before the first.
/// </param>
/// <param name="end">Completes with the invocation; its payload is the error where the function failed.</param>
internal sealed class LambdaStream(string executedVersion, PipeReader body, Task<LambdaResult> end) : IAsyncDisposable
{
    public string ExecutedVersion => executedVersion;

    public PipeReader Body => body;

    public Task<LambdaResult> End => end;

    public ValueTask DisposeAsync() => body.CompleteAsync();
}
