using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events;

/// <summary>The rules of the default bus.</summary>
internal sealed class EventRuleStore(LocalAwsOptions options)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, EventRule> _rules = new(StringComparer.Ordinal);

    /// <summary>Told the name of a rule that is new, different or gone.</summary>
    public event Action<string>? Changed;

    public IReadOnlyList<EventRule> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules.Values];
            }
        }
    }

    public string ArnOf(string name) => $"arn:aws:events:{options.Region}:{options.AccountId}:rule/{name}";

    public EventRule? Find(string name)
    {
        lock (_gate)
        {
            return _rules.GetValueOrDefault(name);
        }
    }

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>.</exception>
    public EventRule Get(string name) => Find(name) ?? throw EventsFaults.NoRule(name);

    /// <summary>Makes a rule, or replaces it by what <paramref name="change"/> makes of it.</summary>
    public EventRule Put(string name, Func<EventRule?, EventRule> change)
    {
        EventRule rule;
        lock (_gate)
        {
            rule = _rules[name] = change(_rules.GetValueOrDefault(name));
        }

        Changed?.Invoke(name);
        return rule;
    }

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>.</exception>
    public EventRule Change(string name, Func<EventRule, EventRule> change) =>
        Put(name, rule => change(rule ?? throw EventsFaults.NoRule(name)));

    public void Remove(string name)
    {
        lock (_gate)
        {
            _rules.Remove(name);
        }

        Changed?.Invoke(name);
    }
}
