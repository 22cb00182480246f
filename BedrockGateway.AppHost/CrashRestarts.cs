using System.Globalization;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.AppHost;

/// <summary>Starts functions again that have crashed, as Lambda replaces an environment that has died.</summary>
/// <remarks>
/// After 1 s, then after twice as long each time, up to 30 s. From the third crash in a row on, the resource is shown
/// as a crash loop. A stop, start or restart in between is the developer's word, and ends the series.
/// </remarks>
internal sealed partial class CrashRestarts(
    ResourceNotificationService notifications,
    ResourceCommandService commands,
    ResourceLoggerService loggers,
    TimeProvider clock)
{
    private const int LoopFrom = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>How long after the crash of that number in a row.</summary>
    public static TimeSpan PauseAfter(int crashes) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(crashes - 1, 10)));

    /// <summary>Watches functions that run, until the token ends it.</summary>
    public async Task WatchAsync(IEnumerable<IResource> functions, CancellationToken stopping)
    {
        var runs = functions.ToDictionary(function => function.Name, function => new FunctionRun(function));
        try
        {
            await foreach (var change in notifications.WatchAsync(stopping))
            {
                if (runs.TryGetValue(change.Resource.Name, out var run) && run.HasCrashed(change.Snapshot))
                {
                    run.Restart = RestartAsync(run, change.Snapshot.StopTimeStamp, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(runs.Values.Select(run => run.Restart));
        }
    }

    private async Task RestartAsync(FunctionRun run, DateTime? crashed, CancellationToken stopping)
    {
        var pause = PauseAfter(run.Crashes);
        var state = Announcement(run.Crashes, pause);
        StartsAgain(loggers.GetLogger(run.Function), run.Crashes, pause.TotalSeconds);
        try
        {
            await notifications.PublishUpdateAsync(
                run.Function, now => now.StopTimeStamp == crashed ? now with { State = state } : now);
            await Task.Delay(pause, clock, stopping);
            if (notifications.TryGetCurrentState(run.Function.Name, out var current) && current.Snapshot.State == state)
            {
                await commands.ExecuteCommandAsync(run.Function, KnownResourceCommands.StartCommand, stopping);
            }
            else
            {
                run.Forget();
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
            ? new($"Crashed, retry in {seconds} s", KnownResourceStateStyles.Warn)
            : new($"Crash loop, retry in {seconds} s", KnownResourceStateStyles.Error);
    }

    [LoggerMessage(LogLevel.Warning, "Crashes in a row: {Crashes}. Starts again in {Seconds} s.")]
    private static partial void StartsAgain(ILogger logger, int crashes, double seconds);
}
