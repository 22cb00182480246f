using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Starts the resources with the host and stops them with it.</summary>
internal sealed partial class Orchestrator(
    ILogger<DistributedApplication> logger,
    ResourceRunners runners,
    ResourceConsole console,
    InitialStates states,
    EndpointAllocation endpoints,
    ResourceHealth health,
    DashboardHost dashboard,
    ResourceNotificationService notifications,
    IDistributedApplicationEventing eventing,
    DistributedApplicationModel model,
    IServiceProvider services) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        console.Attach();
        Starting(logger);
        try
        {
            await states.PublishAsync();
            await endpoints.AllocateAsync(cancellationToken);
            // Where telemetry goes, resources are told as they start.
            await dashboard.StartAsync(cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                // Somebody stops us while the dashboard is being fetched.
                return;
            }

            _running = Task.WhenAll(
                IgnoringStopAsync(Task.Run(() => health.WatchAsync(_stopping.Token), CancellationToken.None)),
                StartResourcesAsync());
            await dashboard.AnnounceAsync(cancellationToken);
        }
        finally
        {
            // Among all that resources write, nobody would find the dashboard's address.
            console.Release();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await runners.StopAsync(cancellationToken);
        await _running.WaitAsync(cancellationToken);
        await dashboard.StopAsync(cancellationToken);
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
