using System.Collections.Concurrent;

namespace BedrockGateway.Api.Identity;

/// <summary>Remembers what a look-up found, also nothing; one look-up serves all who wait for it.</summary>
internal sealed class ExpiringCache<TValue>(TimeSpan lifetime, TimeProvider clock)
{
    private const int MaxEntries = 10_000;

    // A look-up serves several requests, so no single one of them may cancel it.
    private static readonly TimeSpan LookUpTimeout = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task<TValue> GetAsync(
        string key, Func<CancellationToken, Task<TValue>> lookUp, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entry = _entries.AddOrUpdate(
            key,
            _ => NewEntry(now, lookUp),
            (_, current) => current.Expires > now ? current : NewEntry(now, lookUp));
        MakeRoom(now);
        var value = entry.Value.Value;
        try
        {
            return await value.WaitAsync(cancellationToken);
        }
        catch when (value.IsFaulted || value.IsCanceled)
        {
            // A failure is no answer: the next request asks again.
            _entries.TryRemove(KeyValuePair.Create(key, entry));
            throw;
        }
    }

    public void Forget(string key) => _entries.TryRemove(key, out _);

    private Entry NewEntry(DateTimeOffset now, Func<CancellationToken, Task<TValue>> lookUp) =>
        new(now + lifetime, new(() => LookUpAsync(lookUp)));

    private async Task<TValue> LookUpAsync(Func<CancellationToken, Task<TValue>> lookUp)
    {
        using var timeout = new CancellationTokenSource(LookUpTimeout, clock);
        return await lookUp(timeout.Token);
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (_entries.Count <= MaxEntries)
        {
            return;
        }

        foreach (var expired in _entries.Where(entry => entry.Value.Expires <= now))
        {
            _entries.TryRemove(expired);
        }

        if (_entries.Count > MaxEntries)
        {
            _entries.Clear();
        }
    }

    private sealed record Entry(DateTimeOffset Expires, Lazy<Task<TValue>> Value);
}
