using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BedrockGateway.AppHost;

/// <summary>Starts a function again that has crashed, as Lambda replaces an environment that has died.</summary>
/// <remarks>
/// After 1 s, then after twice as long each time, up to 30 s; a function that has run for a minute is as good as new.
/// From the third crash on, the resource is shown as a crash loop. A stop, start or restart in between is the
/// developer's word, and ends the series.
/// </remarks>
internal sealed class CrashRestarts
{
    private const int LoopFrom = 3;

    // What the runtime ends with after an exception that nobody caught, and after an access violation.
    private const int Aborted = 134;
    private const int Violated = 139;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, int> _crashes = new();
    private volatile bool _hasBegun;

    /// <summary>How long after the crash of that number in a row.</summary>
    public static TimeSpan PauseAfter(int crashes) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(crashes - 1, 10)));

    /// <summary>From now on. Before, a function that ends is one that did not start.</summary>
    public void Begin() => _hasBegun = true;

    public void Watch(IResourceBuilder<ProjectResource> function) =>
        function.OnResourceStopped((resource, stopped, cancellationToken) =>
        {
            var snapshot = stopped.ResourceEvent.Snapshot;
            if (_hasBegun && HasCrashed(snapshot))
            {
                // Whoever publishes the event has others to tell.
                _ = RestartAsync(resource, snapshot, stopped.Services);
            }

            return Task.CompletedTask;
        });

    // A function that was stopped may end with any code too; it is not shown as an error then.
    private static bool HasCrashed(CustomResourceSnapshot snapshot) =>
        snapshot.ExitCode is not (null or 0)
        && (snapshot.State?.Style == KnownResourceStateStyles.Error || snapshot.ExitCode is Aborted or Violated);

    private async Task RestartAsync(ProjectResource resource, CustomResourceSnapshot crash, IServiceProvider services)
    {
        var notifications = services.GetRequiredService<ResourceNotificationService>();
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var ran = crash.StopTimeStamp - crash.StartTimeStamp;
        var crashes = _crashes.AddOrUpdate(resource.Name, 1, (_, before) => ran >= Calm ? 1 : before + 1);
        var pause = PauseAfter(crashes);
        var state = Announcement(crashes, pause);
        try
        {
            await notifications.PublishUpdateAsync(
                resource, now => now.StopTimeStamp == crash.StopTimeStamp ? now with { State = state } : now);
            await Task.Delay(pause, TimeProvider.System, stopping);
            if (notifications.TryGetCurrentState(resource.Name, out var current) && current.Snapshot.State == state)
            {
                await services.GetRequiredService<ResourceCommandService>()
                    .ExecuteCommandAsync(resource, KnownResourceCommands.StartCommand, stopping);
            }
            else
            {
                _crashes.TryRemove(resource.Name, out _);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The run ends; nothing starts any more.
        }
    }

    private static ResourceStateSnapshot Announcement(int crashes, TimeSpan pause)
    {
        var seconds = pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return crashes < LoopFrom
            ? new($"Crashed, starts again in {seconds} s", KnownResourceStateStyles.Warn)
            : new($"Crash loop ({crashes} times), starts again in {seconds} s", KnownResourceStateStyles.Error);
    }
}
