namespace BedrockGateway.LocalAws.Events;

/// <summary>Fires enabled rules when their time comes, from when the emulator answers until it stops.</summary>
/// <remarks>A time that passed while the emulator did not run, or the machine slept, is not made up for.</remarks>
internal sealed class RuleTimers(EventRuleStore rules, RuleDelivery delivery, TimeProvider clock)
    : IHostedService, IDisposable
{
    // Timers take 49 days at most.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Wait> _waits = new(StringComparer.Ordinal);
    private bool _isStopped;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        rules.Changed += Arm;
        foreach (var rule in rules.All)
        {
            Arm(rule.Name);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        rules.Changed -= Arm;
        lock (_gate)
        {
            _isStopped = true;
            foreach (var wait in _waits.Values)
            {
                wait.Timer?.Dispose();
            }

            _waits.Clear();
        }
    }

    private void Arm(string name)
    {
        lock (_gate)
        {
            if (_waits.Remove(name, out var former))
            {
                former.Timer?.Dispose();
            }

            var now = clock.GetUtcNow();
            if (!_isStopped && rules.Find(name)?.NextAfter(now) is { } due)
            {
                var wait = _waits[name] = new(name, due);
                wait.Timer = clock.CreateTimer(
                    state => End((Wait)state!), wait, Cap(due - now), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void End(Wait wait)
    {
        lock (_gate)
        {
            if (_waits.GetValueOrDefault(wait.Name) != wait)
            {
                return;
            }

            var rest = wait.Due - clock.GetUtcNow();
            if (rest > TimeSpan.Zero)
            {
                wait.Timer!.Change(Cap(rest), Timeout.InfiniteTimeSpan);
                return;
            }
        }

        if (rules.Find(wait.Name) is { IsEnabled: true } rule)
        {
            delivery.Deliver(rule, wait.Due);
        }

        Arm(wait.Name);
    }

    private static TimeSpan Cap(TimeSpan wait) => wait < LongestWait ? wait : LongestWait;

    private sealed class Wait(string name, DateTimeOffset due)
    {
        public string Name => name;

        public DateTimeOffset Due => due;

        public ITimer? Timer { get; set; }
    }
}
