using System.Collections.Concurrent;
using System.Collections.Immutable;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Logs;

/// <summary>CloudWatch log groups, by name. Lines go to the console, not here.</summary>
internal sealed class LogGroupStore
{
    private readonly SavedRecords<LogGroup> _saved;
    private readonly ConcurrentDictionary<string, LogGroup> _groups;

    public LogGroupStore(StateLog state)
    {
        _saved = state.Open("logs.groups", LogsStateContext.Default.LogGroup, Find);
        _groups = new(_saved.Load(), StringComparer.Ordinal);
    }

    public bool TryAdd(LogGroup group)
    {
        var added = _groups.TryAdd(group.LogGroupName, group);
        _saved.Changed(group.LogGroupName);
        return added;
    }

    /// <summary>Replaces a group by what <paramref name="change"/> makes of it.</summary>
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>: there is no such group.</exception>
    public LogGroup Change(string name, Func<LogGroup, LogGroup> change)
    {
        while (_groups.TryGetValue(name, out var group))
        {
            var changed = change(group);
            if (_groups.TryUpdate(name, changed, group))
            {
                _saved.Changed(name);
                return changed;
            }
        }

        throw new AwsFault("ResourceNotFoundException", "The specified log group does not exist.");
    }

    public void Remove(string name)
    {
        _groups.TryRemove(name, out _);
        _saved.Changed(name);
    }

    public LogGroup? Find(string name) => _groups.GetValueOrDefault(name);

    public IEnumerable<LogGroup> List(string prefix) => _groups.Values
        .Where(group => group.LogGroupName.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(group => group.LogGroupName, StringComparer.Ordinal);
}

/// <summary>A log group.</summary>
/// <param name="LogGroupName">Unique in the account and region.</param>
/// <param name="Arn">Ends in <c>:*</c>.</param>
/// <param name="CreationTime">Milliseconds since 1970.</param>
/// <param name="RetentionInDays">How long lines are kept; <see langword="null"/> for ever.</param>
internal sealed record LogGroup(string LogGroupName, string Arn, long CreationTime, int? RetentionInDays)
{
    /// <summary>Names of its metric filters.</summary>
    public ImmutableHashSet<string> MetricFilters { get; init; } = [];
}
