using BedrockGateway.LocalAws.Lambda.Debugging;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.LocalAws.Tests.Lambda.Debugging;

public sealed class DeadlineClockTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly FakeTimeProvider _time = new();
    private readonly LocalAwsOptions _options = new();
    private readonly DeadlineClock _clock;

    public DeadlineClockTests() => _clock = new(_time, new(_options));

    [Fact]
    public async Task WithoutADebugger_DeadlinesComeInTime()
    {
        var late = new TaskCompletionSource().Task.WaitAsync(Limit, _clock, TestContext.Current.CancellationToken);

        _time.Advance(Limit - TimeSpan.FromTicks(1));
        Assert.False(late.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));

        await Assert.ThrowsAsync<TimeoutException>(() => late);
    }

    [Fact]
    public void WhileSomebodyDebugs_DeadlinesWait()
    {
        _options.DebugFunctions = true;
        using var limit = new CancellationTokenSource(Limit, _clock);

        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(limit.IsCancellationRequested);
        _options.DebugFunctions = false;
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(limit.IsCancellationRequested);
    }

    [Fact]
    public void DeadlineThatIsGivenUp_DoesNotCome()
    {
        using var limit = new CancellationTokenSource(Limit, _clock);

        limit.CancelAfter(Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.False(limit.IsCancellationRequested);
    }

    [Fact]
    public void Time_IsTheOtherClocks()
    {
        _time.Advance(Limit);

        Assert.Equal(_time.GetUtcNow(), _clock.GetUtcNow());
        Assert.Equal(_time.GetTimestamp(), _clock.GetTimestamp());
        Assert.Equal(_time.TimestampFrequency, _clock.TimestampFrequency);
        Assert.Equal(_time.LocalTimeZone, _clock.LocalTimeZone);
    }
}
