using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.LocalAws.Tests.Events;

/// <summary>A clock that a test drives, and that knows how long others have begun to wait for.</summary>
internal sealed class WatchedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<TimeSpan, byte> _waits = new();

    /// <summary>Whether anything has begun to wait for that long, and waits or has waited.</summary>
    public bool HasWaited(TimeSpan time) => _waits.ContainsKey(time);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits[dueTime] = 0;
        return timer;
    }
}
