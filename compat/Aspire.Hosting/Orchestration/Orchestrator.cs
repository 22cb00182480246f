using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Starts the resources with the host and stops them with it.</summary>
internal sealed partial class Orchestrator(
    ILogger<DistributedApplication> logger,
    ResourceRunners runners,
    ResourceConsole console,
    ResourceNotificationService notifications,
    IDistributedApplicationEventing eventing,
    DistributedApplicationModel model,
    IServiceProvider services) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        console.Attach();
        Starting(logger);
        _running = Task.WhenAll(MarkReadyAsync(), StartResourcesAsync());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await runners.StopAsync(cancellationToken);
        await _running.WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task StartResourcesAsync()
    {
        var started = new List<Task>();
        foreach (var runner in runners.All)
        {
            if (runner.Resource.HasAnnotationOfType<ExplicitStartupAnnotation>())
            {
                started.Add(notifications.PublishUpdateAsync(
                    runner.Resource, state => state with { State = KnownResourceStates.NotStarted }));
            }
            else
            {
                started.Add(runner.StartAsync(_stopping.Token));
            }
        }

        await IgnoringStopAsync(Task.WhenAll(started));
        if (!_stopping.IsCancellationRequested)
        {
            await IgnoringStopAsync(
                eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), _stopping.Token));
        }
    }

    /// <summary>Publishes <see cref="ResourceReadyEvent"/> for every resource that runs, a process or not.</summary>
    private Task MarkReadyAsync() => IgnoringStopAsync(Task.Run(async () =>
    {
        await foreach (var change in notifications.WatchAsync(_stopping.Token))
        {
            // The change may be an old one, and what it says may have been dealt with since.
            if (notifications.TryGetCurrentState(change.ResourceId, out var now)
                && now.Snapshot.State?.Text == KnownResourceStates.Running
                && now.Snapshot.Ready is null)
            {
                var handled = eventing.PublishAsync(new ResourceReadyEvent(change.Resource, services), _stopping.Token);
                // It may have ended since; only what runs is ready.
                await notifications.PublishUpdateAsync(
                    change.Resource,
                    change.ResourceId,
                    state => state.State?.Text == KnownResourceStates.Running ? state with { Ready = handled } : state);
            }
        }
    }));

    private async Task IgnoringStopAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Stopped while starting; that is an orderly end.
        }
    }

    [LoggerMessage(0, LogLevel.Information, "Distributed application starting. Press Ctrl+C to shut down.")]
    private static partial void Starting(ILogger logger);
}
