using BedrockGateway.LocalAws.Lambda.RuntimeApi;

namespace BedrockGateway.LocalAws.Lambda.Journal;

/// <summary>
/// The last invocations of each function. Events and replies are kept as they were, secrets included, so that they can
/// be sent again: whoever shows them has to mask them.
/// </summary>
internal sealed class InvocationJournal(TimeProvider clock)
{
    /// <summary>Invocations remembered of each function.</summary>
    public const int MaxEntries = 50;

    /// <summary>Bytes of events and replies remembered of each function; the last invocation is kept anyway.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<JournalEntry>> _entries = new(StringComparer.Ordinal);

    public JournalEntry Begin(Invocation invocation)
    {
        var entry = new JournalEntry(invocation, clock.GetUtcNow());
        lock (_gate)
        {
            if (!_entries.TryGetValue(entry.Function, out var entries))
            {
                _entries[entry.Function] = entries = [];
            }

            entries.Add(entry);
            Trim(entries);
        }

        return entry;
    }

    /// <summary>Notes how an invocation ended, unless it is forgotten by now.</summary>
    public void End(Invocation invocation, InvocationEnd end)
    {
        lock (_gate)
        {
            var entries = _entries[invocation.Target.Settings.Name];
            if (entries.Find(entry => entry.Invocation == invocation) is { } entry)
            {
                entry.Finish(end);
                Trim(entries);
            }
        }
    }

    /// <summary>Those of a function, the newest first.</summary>
    public IReadOnlyList<JournalEntry> Of(string function)
    {
        lock (_gate)
        {
            return [.. _entries.GetValueOrDefault(function, []).AsEnumerable().Reverse()];
        }
    }

    public JournalEntry? Find(string requestId)
    {
        lock (_gate)
        {
            return _entries.Values.SelectMany(entries => entries)
                .FirstOrDefault(entry => entry.Invocation.RequestId == requestId);
        }
    }

    private static void Trim(List<JournalEntry> entries)
    {
        var bytes = entries.Sum(entry => entry.Bytes);
        while (entries.Count > 1 && (entries.Count > MaxEntries || bytes > MaxBytes))
        {
            bytes -= entries[0].Bytes;
            entries.RemoveAt(0);
        }
    }
}
