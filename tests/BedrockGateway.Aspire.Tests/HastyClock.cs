namespace BedrockGateway.Aspire.Tests;

/// <summary>A clock on which 30 seconds are over in a tenth of one; shorter times are as long as ever.</summary>
internal sealed class HastyClock : TimeProvider
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Long ? Short : dueTime, period);
}
