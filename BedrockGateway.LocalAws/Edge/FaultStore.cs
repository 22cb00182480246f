using System.Net;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>The fault rules in force.</summary>
internal sealed class FaultStore(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<FaultRule> _rules = [];

    public void Add(FaultRule rule)
    {
        lock (_gate)
        {
            _rules.Add(rule);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    /// <summary>Delays and fails the call as the first rule that fits it says.</summary>
    /// <exception cref="AwsFault">The injected error.</exception>
    public async ValueTask ApplyAsync(string service, string operation, CancellationToken cancellationToken)
    {
        if (Take(service, operation) is not { } rule)
        {
            return;
        }

        if (rule.LatencyMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(rule.LatencyMs), clock, cancellationToken);
        }

        if (rule.Code is not null)
        {
            throw new AwsFault(rule.Code, rule.Message, (HttpStatusCode)rule.Status);
        }
    }

    private FaultRule? Take(string service, string operation)
    {
        lock (_gate)
        {
            var index = _rules.FindIndex(rule =>
                rule.Service == service && (rule.Operation == "*" || rule.Operation == operation));
            if (index < 0)
            {
                return null;
            }

            var rule = _rules[index];
            if (rule.Times <= 1)
            {
                _rules.RemoveAt(index);
            }
            else if (rule.Times < int.MaxValue)
            {
                _rules[index] = rule with { Times = rule.Times - 1 };
            }

            return rule;
        }
    }
}
