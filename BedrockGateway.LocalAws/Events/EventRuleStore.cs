using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events;

/// <summary>The rules of the default bus.</summary>
internal sealed class EventRuleStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, EventRule> _rules = new(StringComparer.Ordinal);
    private readonly LocalAwsOptions _options;
    private readonly SavedRecords<SavedRule> _saved;

    public EventRuleStore(LocalAwsOptions options, StateLog state)
    {
        _options = options;
        _saved = state.Open(
            "events.rules",
            EventsStateContext.Default.SavedRule,
            name => Find(name) is { } rule ? SavedRule.Of(rule) : null);
        foreach (var (name, rule) in _saved.Load())
        {
            _rules.Add(name, rule.ToRule());
        }
    }

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

    public string ArnOf(string name) => $"arn:aws:events:{_options.Region}:{_options.AccountId}:rule/{name}";

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

        _saved.Changed(name);
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

        _saved.Changed(name);
        Changed?.Invoke(name);
    }
}
