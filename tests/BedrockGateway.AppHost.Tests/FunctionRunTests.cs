namespace BedrockGateway.AppHost.Tests;

/// <summary>What counts as a crash, and as one more in a row.</summary>
public sealed class FunctionRunTests
{
    private static readonly DateTime Start = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly FunctionRun _run = new(new ExecutableResource("function", "sh", "."));

    [Fact]
    public void EndWithAnError_IsOneCrashHoweverOftenItIsShown()
    {
        Assert.True(_run.HasCrashed(Ended(1)));
        Assert.False(_run.HasCrashed(Ended(1)));
        Assert.Equal(1, _run.Crashes);

        Assert.False(_run.HasCrashed(Shown(KnownResourceStates.Running)));
        Assert.True(_run.HasCrashed(Ended(137)));
        Assert.Equal(2, _run.Crashes);
    }

    [Theory]
    [InlineData(59, 2)]
    [InlineData(60, 1)]
    public void FunctionThatRanForAMinute_IsAsGoodAsNew(int seconds, int crashes)
    {
        _run.HasCrashed(Ended(1));
        _run.HasCrashed(Shown(KnownResourceStates.Running));

        Assert.True(_run.HasCrashed(Ended(1, seconds)));

        Assert.Equal(crashes, _run.Crashes);
    }

    [Fact]
    public void EndWithoutAnError_IsNoCrashAndEndsTheSeries()
    {
        _run.HasCrashed(Ended(1));
        _run.HasCrashed(Shown(KnownResourceStates.Running));

        Assert.False(_run.HasCrashed(Ended(0)));

        Assert.Equal(0, _run.Crashes);
    }

    [Fact]
    public void StopThatEndsWithAnError_IsNoCrashAndEndsTheSeries()
    {
        _run.HasCrashed(Ended(1));
        _run.HasCrashed(Shown(KnownResourceStates.Running));

        Assert.False(_run.HasCrashed(Shown(KnownResourceStates.Stopping)));
        Assert.False(_run.HasCrashed(Ended(134)));

        Assert.Equal(0, _run.Crashes);
    }

    [Fact]
    public void ProcessThatCannotBeStarted_IsNoCrash() =>
        Assert.False(_run.HasCrashed(Shown(KnownResourceStates.FailedToStart) with { ExitCode = -1 }));

    private static CustomResourceSnapshot Shown(string state) =>
        new() { ResourceType = "Project", State = state, Properties = [] };

    private static CustomResourceSnapshot Ended(int exitCode, int seconds = 0) =>
        Shown(KnownResourceStates.Finished) with
        {
            ExitCode = exitCode,
            StartTimeStamp = Start,
            StopTimeStamp = Start.AddSeconds(seconds),
        };
}
