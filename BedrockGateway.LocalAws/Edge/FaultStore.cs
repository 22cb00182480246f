using System.Net;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>The fault rules in force.</summary>
internal sealed class FaultStore(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _rules = [];
    private readonly List<StreamHold> _holds = [];

    public FaultsInForce InForce
    {
        get
        {
            lock (_gate)
            {
                return new([.. _rules.Select(entry => entry.Rule)], _holds.Sum(hold => hold.Waiting));
            }
        }
    }

    public void Add(FaultRule rule)
    {
        lock (_gate)
        {
            var hold = new StreamHold();
            _rules.Add(new(rule, hold));
            if (rule.Then == StreamEnd.Hold)
            {
                _holds.Add(hold);
            }
        }
    }

    /// <summary>Lets all streams go on that are held back, or would be by the rules of now.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _holds.ForEach(hold => hold.Release());
            _holds.Clear();
        }
    }

    /// <summary>Removes all rules, and releases what they hold.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }

        Release();
    }

    /// <summary>
    /// Delays and fails the call as the first rule that fits it says, or leaves it what is to go wrong in its stream.
    /// </summary>
    /// <returns>Where the caller is to lose the connection; <see langword="null"/> for nowhere.</returns>
    /// <exception cref="AwsFault">The injected error.</exception>
    public async ValueTask<FaultDrop?> ApplyAsync(
        string service, string operation, AwsCall call, CancellationToken cancellationToken)
    {
        if (Take(service, operation) is not { Rule: var rule } entry)
        {
            return null;
        }

        if (rule.LatencyMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(rule.LatencyMs), clock, cancellationToken);
        }

        if (rule.Code is not null && rule.AfterEvents is null)
        {
            throw new AwsFault(rule.Code, rule.Message, (HttpStatusCode)rule.Status);
        }

        call.StreamFault = new StreamFault(rule, entry.Hold, clock);
        return rule.Drop;
    }

    private Entry? Take(string service, string operation)
    {
        lock (_gate)
        {
            var index = _rules.FindIndex(entry => Fits(entry.Rule, service, operation));
            while (index >= 0 && _rules[index].Rule is { After: > 0 } patient)
            {
                _rules[index] = _rules[index] with { Rule = patient with { After = patient.After - 1 } };
                index = _rules.FindIndex(index + 1, entry => Fits(entry.Rule, service, operation));
            }

            if (index < 0)
            {
                return null;
            }

            var entry = _rules[index];
            if (entry.Rule.Times <= 1)
            {
                _rules.RemoveAt(index);
            }
            else if (entry.Rule.Times < int.MaxValue)
            {
                _rules[index] = entry with { Rule = entry.Rule with { Times = entry.Rule.Times - 1 } };
            }

            return entry;
        }
    }

    private static bool Fits(FaultRule rule, string service, string operation) =>
        rule.Service == service && (rule.Operation == "*" || rule.Operation == operation);

    private sealed record Entry(FaultRule Rule, StreamHold Hold);
}
