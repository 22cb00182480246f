using BedrockGateway.AppHost.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.AppHost.Tests;

/// <summary>Functions that crash, here scripts of a shell, and what is shown of them.</summary>
public sealed class CrashRestartsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(1000, 30)]
    public void Pause_DoublesUpToHalfAMinute(int crashes, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), CrashRestarts.PauseAfter(crashes));

    [LinuxFact]
    public async Task FunctionThatCrashesAtOnce_IsShownAsACrashLoopThatSlowsDown()
    {
        var clock = new HastyClock();
        await using var application = await CrashingApplication.StartAsync("exit 3", clock);

        var shown = await application.UntilAsync("Crash loop, retry in 30 s");

        Assert.Equal((3, KnownResourceStateStyles.Error), (shown.ExitCode, shown.State!.Style));
        await application.EndAsync();
        Assert.Equal([1, 2, 4, 8, 16, 30], clock.Waits.Take(6).Select(wait => wait.TotalSeconds));
        Assert.Equal(
            [
                "Crashes in a row: 1. Starts again in 1 s.",
                "Crashes in a row: 2. Starts again in 2 s.",
                "Crashes in a row: 3. Starts again in 4 s.",
            ],
            (await application.LinesAsync()).Where(line => line.StartsWith("Crashes", StringComparison.Ordinal)).Take(3));
    }

    [LinuxFact]
    public async Task FunctionThatRecovers_IsShownAsRunning()
    {
        await using var application = await CrashingApplication.StartAsync(
            "if mkdir \"$MARK\"; then exit 3; fi; while :; do sleep 0.1; done", new HastyClock());

        await application.UntilAsync("Crashed, retry in 1 s");

        var shown = await application.UntilAsync(KnownResourceStates.Running);
        Assert.Equal((null, KnownResourceStateStyles.Success), (shown.ExitCode, shown.State!.Style));
    }

    [LinuxFact]
    public async Task StopBeforeTheNextStart_IsTheEndOfIt()
    {
        var clock = new FakeTimeProvider();
        await using var application = await CrashingApplication.StartAsync("echo run; exit 3", clock);
        await application.UntilAsync("Crashed, retry in 1 s");

        await application.CommandAsync(KnownResourceCommands.StopCommand);

        clock.Advance(TimeSpan.FromSeconds(1));
        await application.EndAsync();
        Assert.Equal(KnownResourceStates.Finished, application.State);
        Assert.Single(await application.LinesAsync(), line => line == "run");
    }

    [LinuxFact]
    public async Task StopOfAFunctionThatEndsWithAnError_IsNoCrash()
    {
        await using var application = await CrashingApplication.StartAsync(
            "trap 'exit 3' TERM; echo run; while :; do sleep 0.1; done", new HastyClock());
        await application.LineAsync("run");

        await application.CommandAsync(KnownResourceCommands.StopCommand);

        var shown = await application.UntilAsync(KnownResourceStates.Finished);
        await application.EndAsync();
        Assert.Equal((3, KnownResourceStates.Finished), (shown.ExitCode, application.State));
        Assert.Equal(["run"], await application.LinesAsync());
    }
}
