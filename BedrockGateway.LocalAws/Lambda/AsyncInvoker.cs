using BedrockGateway.LocalAws.Lambda.RuntimeApi;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda;

/// <summary>Asynchronous invocations: whoever sends the event does not wait for the function.</summary>
/// <remarks>
/// While the function fails, runs out of time or has no process that takes the event, it is invoked again after one
/// minute and once more after two, under the same request id, as Lambda does it after errors. Where Lambda has no room
/// for a function it goes on for six hours; what nobody polled for all day would then come at once, so that no process
/// counts as an error here. Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
/// </remarks>
internal sealed partial class AsyncInvoker(
    ILambdaInvoker invoker, RuntimeApiStore runtimes, TimeProvider clock, ILogger<AsyncInvoker> log)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    /// <summary>Invokes in the background; how it ends is in the journal and the log.</summary>
    public void Post(LambdaRequest request) =>
        _ = InvokeAsync(request with { RequestId = request.RequestId ?? Guid.NewGuid().ToString() });

    private async Task InvokeAsync(LambdaRequest request)
    {
        try
        {
            foreach (var pause in Pauses)
            {
                if (await SucceedsAsync(request))
                {
                    return;
                }

                await Task.Delay(pause, clock, runtimes.Stopping);
            }

            if (!await SucceedsAsync(request))
            {
                LogDropped(request.Function, Pauses.Length + 1);
            }
        }
        catch (AwsFault fault)
        {
            LogNotInvoked(request.Function, fault.Message);
        }
        catch (OperationCanceledException)
        {
            // The emulator stops, and what waits goes with it.
        }
    }

    private async Task<bool> SucceedsAsync(LambdaRequest request) =>
        await invoker.InvokeAsync(request, runtimes.Stopping) is { FunctionError: null };

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event for {Function} is dropped after {Attempts} attempts")]
    private partial void LogDropped(string function, int attempts);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} was not invoked: {Reason}")]
    private partial void LogNotInvoked(string function, string reason);
}
