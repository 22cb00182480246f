using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

#pragma warning disable CA1001 // A token source without a timer and a wait handle holds nothing to free.
/// <summary>One event on its way through a function's process.</summary>
internal sealed class Invocation(
    FunctionTarget target,
    ReadOnlyMemory<byte> payload,
    string traceId,
    string? clientContext,
    string? requestId = null)
{
    private readonly CancellationTokenSource _ended = new();

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource<StartedInvocation> _started =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource<InvocationOutcome> _completed =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = requestId ?? Guid.NewGuid().ToString();

    public FunctionTarget Target => target;

    public ReadOnlyMemory<byte> Payload => payload;

    public string TraceId => traceId;

    public string? ClientContext => clientContext;

    /// <summary>Whether whoever invokes reads a streamed reply while it comes. Default no.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>The reply of a function that streams.</summary>
    public ReplyStream Reply => LazyInitializer.EnsureInitialized(
        ref field, () => new(IsStreamed, InvocationResult.MaxReplyBytes))!;

    /// <summary>Completes when the first bytes of a streamed reply may be read.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Cancelled with the outcome: what comes later concerns nobody.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Completes when a process has the event.</summary>
    public Task<StartedInvocation> Started => _started.Task;

    public Task<InvocationOutcome> Completed => _completed.Task;

    public bool TryStart(StartedInvocation start) => _started.TrySetResult(start);

    /// <summary>Only the first streamed reply counts.</summary>
    public bool TryBeginReply() => _begun.TrySetResult();

    /// <summary>Only the first outcome counts.</summary>
    public bool TryComplete(InvocationOutcome outcome)
    {
        if (!_completed.TrySetResult(outcome))
        {
            return false;
        }

        _ended.Cancel();
        return true;
    }
}

#pragma warning restore CA1001

/// <summary>A process took the event.</summary>
/// <param name="Timestamp">When, on the emulator's clock.</param>
/// <param name="Process">The process; its result is <see langword="null"/> where it cannot be made out.</param>
internal sealed record StartedInvocation(long Timestamp, Task<PollingProcess?> Process);

/// <summary>How an invocation ended.</summary>
/// <param name="Payload">The reply, or Lambda's error object.</param>
/// <param name="FunctionError"><c>Unhandled</c> for an error.</param>
/// <param name="Status">Status that the report names where Lambda itself ended it: <c>timeout</c> or
/// <c>error</c>.</param>
internal sealed record InvocationOutcome(
    ReadOnlyMemory<byte> Payload, string? FunctionError = null, string? Status = null)
{
    public const string Unhandled = "Unhandled";

    /// <summary>The process ended with the invocation in hand.</summary>
    public static InvocationOutcome Exited(string requestId) => Failure(
        "Runtime.ExitError", $"RequestId: {requestId} Error: Runtime exited without providing a reason", "error");

    public static InvocationOutcome TooLarge() => Failure(
        "Function.ResponseSizeTooLarge",
        $"Response payload size exceeded maximum allowed payload size ({InvocationResult.MaxReplyBytes} bytes).",
        "error");

    /// <summary>An error that Lambda, not the function, reports.</summary>
    public static InvocationOutcome Failure(string type, string message, string status) =>
        new(LambdaError.Serialize(type, message), Unhandled, status);
}
