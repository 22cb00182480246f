using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using BedrockGateway.LocalAws.Lambda.Debugging;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Lambda.RuntimeApi;
using BedrockGateway.LocalAws.Telemetry;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda;

/// <summary>Invokes functions through the processes that poll their Runtime APIs.</summary>
/// <remarks>A process is not killed at a time-out, as Lambda does it: what it answers later is dropped.</remarks>
internal sealed partial class LambdaInvoker(
    FunctionStore functions,
    RuntimeApiStore runtimes,
    InvocationJournal journal,
    LocalAwsOptions options,
    DeadlineClock clock,
    ILogger<LambdaInvoker> log) : ILambdaInvoker, IStreamingInvoker
{
    /// <summary>Largest event of a synchronous invocation, in bytes.</summary>
    public const int MaxPayloadBytes = 6 * 1024 * 1024;

    private const int MaxLogTailChars = 4096;

    public async ValueTask<LambdaResult> InvokeAsync(LambdaRequest request, CancellationToken cancellationToken)
    {
        var target = Resolve(request);
        using var span = InvocationSpan.Start(target, options.Region);
        var invocation = Begin(request, target, span is not null, isStreamed: false);
        try
        {
            // A caller that gives up does not stop the function, here as at AWS.
            var result = await RunAsync(invocation, runtimes.Stopping).WaitAsync(cancellationToken);
            InvocationSpan.End(span, invocation, result.FunctionError);
            return result;
        }
        catch (OperationCanceledException)
        {
            InvocationSpan.End(span, invocation, "timeout");
            throw;
        }
    }

    public async ValueTask<LambdaStream> InvokeStreamingAsync(
        LambdaRequest request, CancellationToken cancellationToken)
    {
        var target = Resolve(request);
        var span = InvocationSpan.Start(target, options.Region);
        var invocation = Begin(request, target, span is not null, isStreamed: true);
        var end = RunAsync(invocation, span, runtimes.Stopping);
        try
        {
            await Task.WhenAny(invocation.Begun, end).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Nobody will read it, and the function must not wait for that.
            await invocation.Reply.Body.CompleteAsync();
            InvocationSpan.End(span, invocation, "timeout");
            span?.Dispose();
            throw;
        }

        if (invocation.Begun.IsCompleted)
        {
            return new(target.Version, invocation.Reply.Body, end);
        }

        var result = await end;
        var whole = result.FunctionError is null ? result.Payload : default;
        return new(target.Version, PipeReader.Create(new ReadOnlySequence<byte>(whole)), end);
    }

    /// <summary>Invokes once in the background; how it ends is in the journal and the log.</summary>
    public void Post(LambdaRequest request) => _ = ObserveAsync(request);

    public bool Permits(string function, string principal, string sourceArn)
    {
        var (name, qualifier) = FunctionReference.Parse(function);
        return functions.Find(name)?.Policy.Values.Any(statement =>
            statement.Permits(qualifier, principal, sourceArn)) is true;
    }

    private async Task ObserveAsync(LambdaRequest request)
    {
        try
        {
            await InvokeAsync(request, runtimes.Stopping);
        }
        catch (AwsFault fault)
        {
            LogNotInvoked(request.Function, fault.Message);
        }
    }

    private FunctionTarget Resolve(LambdaRequest request) => request.Payload.Length > MaxPayloadBytes
        ? throw LambdaFaults.RequestTooLarge(MaxPayloadBytes)
        : functions.Resolve(FunctionReference.Parse(request.Function));

    private Invocation Begin(LambdaRequest request, FunctionTarget target, bool isTraced, bool isStreamed)
    {
        var traceId = request.TraceId is { } given && !isTraced
            ? given
            : TraceIds.WithNewParent(TraceIds.Of(request.TraceId, clock.GetUtcNow()));
        var invocation = new Invocation(target, request.Payload, traceId, request.ClientContext, request.RequestId)
        {
            IsStreamed = isStreamed,
        };
        journal.Begin(invocation);
        return invocation;
    }

    private async Task<LambdaResult> RunAsync(Invocation invocation, Activity? span, CancellationToken stopping)
    {
        using (span)
        {
            var result = await RunAsync(invocation, stopping);
            InvocationSpan.End(span, invocation, result.FunctionError);
            return result;
        }
    }

    private async Task<LambdaResult> RunAsync(Invocation invocation, CancellationToken stopping)
    {
        try
        {
            var listener = await runtimes.OpenAsync(invocation.Target.Settings.Name, stopping);
            var (outcome, duration, process) = await RunAsync(invocation, listener, stopping);
            InvocationSpan.Measure(invocation.Target, duration, outcome.FunctionError);
            var endedAt = clock.GetUtcNow();
            var init = process?.TakeInitDuration();
            var report = InvocationReport.Write(invocation, outcome, duration, process, init, endedAt);
            journal.End(invocation, new(endedAt, outcome, duration, init, report));
            LogReport(invocation.Target.Settings.Name, report.TrimEnd());
            return new(
                outcome.Payload,
                outcome.FunctionError,
                invocation.Target.Version,
                report.Length > MaxLogTailChars ? report[^MaxLogTailChars..] : report);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw LambdaFaults.Stopping();
        }
    }

    private async Task<(InvocationOutcome Outcome, TimeSpan Duration, PollingProcess? Process)> RunAsync(
        Invocation invocation, RuntimeApiListener listener, CancellationToken stopping)
    {
        var timeout = invocation.Target.Settings.Timeout;
        var queue = listener.Runtime.Queue;
        queue.Add(invocation);
        try
        {
            await invocation.Started.WaitAsync(timeout, clock, stopping);
        }
        catch (TimeoutException) when (queue.Remove(invocation))
        {
            return (Unpolled(invocation, listener), timeout, null);
        }
        catch (TimeoutException)
        {
            // A process took it at the last moment.
        }

        var start = await invocation.Started.WaitAsync(stopping);
        InvocationSpan.HandedOver(Instruments.Current);
        try
        {
            await invocation.Completed.WaitAsync(timeout, clock, stopping);
        }
        catch (TimeoutException)
        {
            invocation.TryComplete(InvocationOutcome.Failure(
                "Sandbox.Timedout",
                $"RequestId: {invocation.RequestId} Error: {InvocationReport.TimedOutText(timeout)}",
                "timeout"));
        }

        return (await invocation.Completed, clock.GetElapsedTime(start.Timestamp), await start.Process);
    }

    private InvocationOutcome Unpolled(Invocation invocation, RuntimeApiListener listener)
    {
        var (name, timeout, _) = invocation.Target.Settings;
        var reason = listener.Runtime switch
        {
            { InitError: { } error } => $"The last process of {name} could not start ({error}). Start another with",
            { HasBeenPolled: true } => $"No process of {name} was free: all are busy or gone. Start one more with",
            _ => $"No process polls for {name}. Start one with",
        };
        var wayOut = $"{reason} AWS_LAMBDA_RUNTIME_API={listener.Address} and AWS_LAMBDA_FUNCTION_NAME={name}.";
        // A gateway that waits no longer than the function may never shows the error, so the log has it too.
        LogNotInvoked(name, wayOut);
        return InvocationOutcome.Failure(
            "Sandbox.Timedout",
            $"RequestId: {invocation.RequestId} Error: {InvocationReport.TimedOutText(timeout)}. {wayOut}",
            "timeout");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} was not invoked: {Reason}")]
    private partial void LogNotInvoked(string function, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function}: {Report}")]
    private partial void LogReport(string function, string report);
}
