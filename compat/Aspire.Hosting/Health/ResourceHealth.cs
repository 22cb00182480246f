using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Health;

/// <summary>
/// Asks the health checks of resources that run, a process or not, and says once that such a resource is ready.
/// </summary>
internal sealed partial class ResourceHealth(
    HealthCheckService checks,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    TimeProvider clock)
{
    private const int MaxStep = 5;

    private static readonly TimeSpan HealthyInterval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    public async Task WatchAsync(CancellationToken stopping)
    {
        // One for each resource that runs, as far as the changes that were seen yet tell.
        var running = new Dictionary<string, CancellationTokenSource>(StringComparer.OrdinalIgnoreCase);
        try
        {
            await foreach (var change in notifications.WatchAsync(stopping))
            {
                var runs = change.Snapshot.State?.Text == KnownResourceStates.Running;
                if (runs && !running.ContainsKey(change.ResourceId))
                {
                    var ended = running[change.ResourceId] = new CancellationTokenSource();
                    _ = Task.Run(() => MonitorAsync(change, ended.Token, stopping), CancellationToken.None);
                }
                else if (!runs && running.Remove(change.ResourceId, out var ended))
                {
                    await ended.CancelAsync();
                }
            }
        }
        finally
        {
            foreach (var ended in running.Values)
            {
                await ended.CancelAsync();
            }
        }
    }

    private async Task MonitorAsync(ResourceEvent started, CancellationToken ended, CancellationToken stopping)
    {
        var keys = HealthChecks.KeysOf(started.Resource);
        if (keys.Count == 0)
        {
            await MarkReadyAsync(started, stopping);
            return;
        }

        try
        {
            var logger = loggers.GetLogger(started.Resource);
            var wasHealthy = false;
            for (var failures = 0; ;)
            {
                var report = await CheckAsync(keys, ended);
                var isHealthy = report.Status == HealthStatus.Healthy;
                await UpdateAsync(started, state => state with
                {
                    HealthReports = HealthChecks.Merge(state.HealthReports, report, clock.GetUtcNow().UtcDateTime),
                });
                if (isHealthy)
                {
                    await MarkReadyAsync(started, stopping);
                }
                else if (wasHealthy)
                {
                    NotHealthy(logger, report.Status, Reason(report));
                }

                wasHealthy = isHealthy;
                failures = isHealthy ? 0 : Math.Min(failures + 1, MaxStep);
                await Task.Delay(isHealthy ? HealthyInterval : Step * failures, clock, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The resource does not run any more.
        }
    }

    private async Task<HealthReport> CheckAsync(IReadOnlyList<string> keys, CancellationToken ended)
    {
        try
        {
            return await checks.CheckHealthAsync(registration => keys.Contains(registration.Name), ended);
        }
#pragma warning disable CA1031 // A check that cannot even be made says as much about the resource as one that fails.
        catch (Exception exception) when (!ended.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var failed = new HealthReportEntry(
                HealthStatus.Unhealthy, "Error calling HealthCheckService.", TimeSpan.Zero, exception, data: null);
            return new(keys.ToDictionary(key => key, _ => failed), TimeSpan.Zero);
        }
    }

    private async Task MarkReadyAsync(ResourceEvent started, CancellationToken stopping)
    {
        if (notifications.TryGetCurrentState(started.ResourceId, out var now)
            && IsSameRun(now.Snapshot, started)
            && now.Snapshot.Ready is null)
        {
            var handled = eventing.PublishAsync(new ResourceReadyEvent(started.Resource, services), stopping);
            // It may have ended since; only what runs is ready.
            await UpdateAsync(started, state => state with { Ready = handled });
        }
    }

    private Task UpdateAsync(ResourceEvent started, Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        notifications.PublishUpdateAsync(
            started.Resource, started.ResourceId, state => IsSameRun(state, started) ? change(state) : state);

    private static bool IsSameRun(CustomResourceSnapshot state, ResourceEvent started) =>
        state.State?.Text == KnownResourceStates.Running && state.Run == started.Snapshot.Run;

    private static string Reason(HealthReport report) => string.Join(' ', report.Entries
        .Where(entry => entry.Value.Status != HealthStatus.Healthy)
        .Select(entry => $"{entry.Key}: {entry.Value.Description ?? entry.Value.Exception?.Message}."));

    [LoggerMessage(LogLevel.Warning, "Not healthy any more, but {Status}. {Reason}")]
    private static partial void NotHealthy(ILogger logger, HealthStatus status, string reason);
}
