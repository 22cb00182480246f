using System.Collections.Concurrent;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>A clock on which every wait is over at once; it remembers how long they were to be.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public IEnumerable<TimeSpan> Waits => _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
