namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>
/// <c>POST /runtime/invocation/{id}/response</c> and <c>/error</c>: how a process ended an invocation.
/// </summary>
internal sealed partial class InvocationResult(FunctionRuntime runtime, ILogger<InvocationResult> log)
{
    /// <summary>Largest reply, in bytes: 6 MiB and 100.</summary>
    public const int MaxReplyBytes = (6 * 1024 * 1024) + 100;

    /// <param name="http">The post.</param>
    /// <param name="id">Request id of the invocation.</param>
    /// <param name="functionError"><c>Unhandled</c> where the body is an error.</param>
    public async Task HandleAsync(HttpContext http, string id, string? functionError)
    {
        var payload = await RuntimeApiBody.ReadAsync(http, MaxReplyBytes);
        if (runtime.Finish(id) is not { } invocation)
        {
            await RuntimeApiReply.FailedAsync(
                http, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");
            return;
        }

        var outcome = payload is { } complete
            ? new InvocationOutcome(complete, functionError)
            : InvocationOutcome.TooLarge();
        if (!invocation.TryComplete(outcome))
        {
            LogLate(id);
        }

        await (payload is not null
            ? RuntimeApiReply.AcceptedAsync(http)
            : RuntimeApiReply.FailedAsync(
                http,
                StatusCodes.Status413PayloadTooLarge,
                "RequestEntityTooLarge",
                $"Exceeded maximum allowed payload size ({MaxReplyBytes} bytes)."));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{RequestId} was answered after its time-out")]
    private partial void LogLate(string requestId);
}
