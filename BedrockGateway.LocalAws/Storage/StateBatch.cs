namespace BedrockGateway.LocalAws.Storage;

/// <summary>Changes that are committed together, each record once, in the order in which they came.</summary>
internal sealed class StateBatch
{
    private readonly List<(ISavedRecords Records, string Id)> _changes = [];
    private readonly HashSet<(ISavedRecords Records, string Id)> _known = [];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>Ends when the batch is committed, or with what hindered it.</summary>
    public Task Committed => _done.Task;

    public void Add(ISavedRecords records, string id)
    {
        if (_known.Add((records, id)))
        {
            _changes.Add((records, id));
        }
    }

    public void AddAll(StateBatch other)
    {
        foreach (var (records, id) in other._changes)
        {
            Add(records, id);
        }
    }

    /// <summary>The records as they now are, which may be newer than the change.</summary>
    public IReadOnlyList<SavedRow> Read() => [.. _changes.Select(change => change.Records.Read(change.Id))];

    public void Complete() => _done.SetResult();

    public void Fail(Exception reason)
    {
        _done.SetException(reason);
        // Perhaps nobody waits, and then it is not unobserved: the log has it.
        _ = _done.Task.Exception;
    }
}
