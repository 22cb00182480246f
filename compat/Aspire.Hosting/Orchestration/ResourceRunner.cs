using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Health;
using Aspire.Hosting.Processes;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Runs one resource as a process, as often as asked.</summary>
internal sealed partial class ResourceRunner(
    IResource resource,
    IServiceProvider services,
    IDistributedApplicationEventing eventing,
    DistributedApplicationExecutionContext executionContext,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    TimeProvider clock)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ILogger _logger = loggers.GetLogger(resource);
    private CancellationTokenSource _starting = new();
    private ChildProcess? _process;
    private Task _watch = Task.CompletedTask;
    private string? _lastErrorLine;
    private int _stops;

    public IResource Resource { get; } = resource;

    /// <summary>Why the last start failed; none when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Waits for what the resource waits for, then starts it; does nothing when it runs.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var stops = Volatile.Read(ref _stops);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_process is { Exited.IsCompleted: false })
            {
                return;
            }

            // What is known of the last run is published before anything of this one.
            await _watch;
            _starting = new();
            Interlocked.MemoryBarrier();
            // A stop that came since then found nothing to cancel.
            if (Volatile.Read(ref _stops) == stops)
            {
                await StartInTurnAsync(cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops the process, or the wait before it; does nothing when there is neither.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _stops);
        await _starting.CancelAsync();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await StopInTurnAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        await StartAsync(cancellationToken);
    }

    private async Task StartInTurnAsync(CancellationToken cancellationToken)
    {
        Failure = null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_starting.Token, cancellationToken);
        try
        {
            await notifications.WaitForDependenciesAsync(Resource, either.Token);
            await PublishAsync(state => state with
            {
                State = new(KnownResourceStates.Starting, KnownResourceStateStyles.Info),
                ExitCode = null,
                StopTimeStamp = null,
                Ready = null,
                HealthReports = HealthChecks.InitialReports(Resource),
            });
            await eventing.PublishAsync(new BeforeResourceStartedEvent(Resource, services), either.Token);
            var plan = await LaunchPlan.MakeAsync(Resource, executionContext, _logger, either.Token);
            Ports.RequireFree(Resource);
            await RunAsync(plan);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            await PublishAsync(state => state with { State = KnownResourceStates.NotStarted });
        }
#pragma warning disable CA1031 // Whatever a callback throws is this resource's failure; the others go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failure = exception.Message;
            FailedToStart(_logger, exception.Message);
            await PublishAsync(state => state with
            {
                State = new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
                StopTimeStamp = Now(),
            });
        }
    }

    private async Task RunAsync(ProcessPlan plan)
    {
        _lastErrorLine = null;
        var process = ChildProcess.Start(plan, clock, OnLine);
        _process = process;
        // Running comes before the watch begins, so that an early end cannot be overtaken by it.
        await PublishAsync(state => ResourceUrls.Mark(state, isActive: true) with
        {
            State = new(KnownResourceStates.Running, KnownResourceStateStyles.Success),
            StartTimeStamp = Now(),
            Run = process,
            Properties = ProcessProperties.Merge(state.Properties, Resource, plan, process.Id),
            EnvironmentVariables =
                [.. plan.Environment.Select(pair => new EnvironmentVariableSnapshot(pair.Key, pair.Value, true))],
        });
        _watch = WatchAsync(process);
    }

    private async Task StopInTurnAsync()
    {
        if (_process is { Exited.IsCompleted: false } process)
        {
            _process = null;
            await PublishAsync(
                state => state with { State = new(KnownResourceStates.Stopping, KnownResourceStateStyles.Info) });
            await process.StopAsync();
        }

        await _watch;
        _process = null;
        // Somebody may have said what comes after the end, such as another start; that has been stopped as well.
        await PublishAsync(state => state.ExitCode is null || HasEnded(state.State)
            ? state
            : state with { State = KnownResourceStates.Finished });
    }

    private static bool HasEnded(ResourceStateSnapshot? state) =>
        KnownResourceStates.TerminalStates.Contains(state?.Text);

    private async Task WatchAsync(ChildProcess process)
    {
        var exitCode = await process.Exited;
        // A process that is being stopped is no longer ours; how it takes SIGTERM is its own affair.
        var wasStopped = _process != process;
        process.Dispose();
        if (!wasStopped && exitCode != 0)
        {
            Ended(_logger, exitCode, _lastErrorLine ?? "(no error output)");
        }

        await PublishAsync(state => ResourceUrls.Mark(state, isActive: false) with
        {
            State = wasStopped || exitCode == 0
                ? KnownResourceStates.Finished
                : new ResourceStateSnapshot(KnownResourceStates.Finished, KnownResourceStateStyles.Error),
            ExitCode = exitCode,
            StopTimeStamp = Now(),
            Ready = null,
        });
        if (notifications.TryGetCurrentState(Resource.Name, out var change))
        {
            // Not awaited: a handler may well start the resource again.
            await eventing.PublishAsync(
                new ResourceStoppedEvent(Resource, services, change), EventDispatchBehavior.NonBlockingSequential);
        }
    }

    private void OnLine(string line, bool isError)
    {
        if (isError && !string.IsNullOrWhiteSpace(line))
        {
            _lastErrorLine = line.Trim();
        }

        loggers.Write(Resource.Name, line, isError);
    }

    private Task PublishAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        notifications.PublishUpdateAsync(Resource, change);

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    [LoggerMessage(LogLevel.Error, "Failed to start: {Reason}")]
    private static partial void FailedToStart(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "Ended with exit code {ExitCode}. Last line of its error output: {LastErrorLine}")]
    private static partial void Ended(ILogger logger, int exitCode, string lastErrorLine);
}
