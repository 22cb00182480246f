using System.Collections.Concurrent;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>Failures to raise in calls of the fakes: before the work, or after it as a lost reply.</summary>
internal sealed class Faults
{
    private readonly ConcurrentDictionary<(string Operation, bool After), Queue<Func<Exception>>> _rules = new();
    private readonly ConcurrentDictionary<string, Queue<Action>> _meanwhile = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _calls = new();

    public IReadOnlyList<string> Calls => [.. _calls];

    public void Before(string operation, Func<Exception> fault, int times = 1) => Add((operation, false), fault, times);

    public void After(string operation, Func<Exception> fault, int times = 1) => Add((operation, true), fault, times);

    /// <summary>What somebody else does just before the next call of the operation takes effect.</summary>
    public void Meanwhile(string operation, Action act) => _meanwhile.GetOrAdd(operation, _ => new()).Enqueue(act);

#pragma warning disable CA1068 // A block of work reads best as the last argument.
    public T Run<T>(string operation, CancellationToken cancellationToken, Func<T> work)
#pragma warning restore CA1068
    {
        _calls.Enqueue(operation);
        cancellationToken.ThrowIfCancellationRequested();
        if (_meanwhile.TryGetValue(operation, out var acts) && acts.TryDequeue(out var act))
        {
            act();
        }

        Raise((operation, false));
        var result = work();
        Raise((operation, true));
        return result;
    }

    private void Add((string Operation, bool After) key, Func<Exception> fault, int times)
    {
        for (var count = 0; count < times; count++)
        {
            _rules.GetOrAdd(key, _ => new()).Enqueue(fault);
        }
    }

    private void Raise((string Operation, bool After) key)
    {
        if (_rules.TryGetValue(key, out var faults) && faults.TryDequeue(out var fault))
        {
            throw fault();
        }
    }
}
