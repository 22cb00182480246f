namespace BedrockGateway.LocalAws.Lambda.Debugging;

/// <summary>The clock of waits for a function: a time-out that comes while somebody debugs it waits until the end of
/// that.</summary>
internal sealed class DeadlineClock(TimeProvider clock, FunctionDebuggers debuggers) : TimeProvider
{
    private static readonly TimeSpan UntilNextLook = TimeSpan.FromSeconds(1);

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Deadline(this, callback, state, dueTime, period);

    private sealed class Deadline : ITimer
    {
        private readonly DeadlineClock _owner;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _timer;
        private TimeSpan _period;

        public Deadline(
            DeadlineClock owner, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_owner, _callback, _state) = (owner, callback, state);
            _timer = owner.Clock.CreateTimer(
                static self => ((Deadline)self!).End(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            return _timer.Change(dueTime, period);
        }

        public void Dispose() => _timer.Dispose();

        public ValueTask DisposeAsync() => _timer.DisposeAsync();

        private void End()
        {
            if (_owner.IsHeld)
            {
                _timer.Change(UntilNextLook, _period);
            }
            else
            {
                _callback(_state);
            }
        }
    }

    private TimeProvider Clock => clock;

    private bool IsHeld => debuggers.AreAttached;
}
