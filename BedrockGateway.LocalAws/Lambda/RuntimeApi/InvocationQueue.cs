namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>
/// Events that wait for a process and processes that wait for an event; at most one of the two lists is filled.
/// </summary>
internal sealed class InvocationQueue
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Invocation> _events = new();
    private readonly LinkedList<TaskCompletionSource<Invocation>> _pollers = new();

    /// <summary>How many events wait for a process, and how many polls for an event.</summary>
    public (int Events, int Polls) Count
    {
        get
        {
            lock (_gate)
            {
                return (_events.Count, _pollers.Count);
            }
        }
    }

    public void Add(Invocation invocation) => Hand(invocation, events => events.AddLast(invocation));

    /// <summary>Returns an event that its poller did not get: it is next.</summary>
    public void PutBack(Invocation invocation) => Hand(invocation, events => events.AddFirst(invocation));

    /// <summary>Whether the event was still waiting; after that nobody gets it.</summary>
    public bool Remove(Invocation invocation)
    {
        lock (_gate)
        {
            return _events.Remove(invocation);
        }
    }

    /// <summary>Takes all that wait.</summary>
    public IReadOnlyList<Invocation> Drain()
    {
        lock (_gate)
        {
            Invocation[] drained = [.. _events];
            _events.Clear();
            return drained;
        }
    }

    /// <summary>Waits for an event, first come first served. A cancelled wait takes none.</summary>
    public async Task<Invocation> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var poller = new TaskCompletionSource<Invocation>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_events.First is { } first)
            {
                _events.RemoveFirst();
                return first.Value;
            }

            _pollers.AddLast(poller);
        }

        await using var registration = cancellationToken.Register(() => Leave(poller, cancellationToken));
        return await poller.Task;
    }

    private void Hand(Invocation invocation, Action<LinkedList<Invocation>> wait)
    {
        TaskCompletionSource<Invocation> poller;
        lock (_gate)
        {
            if (_pollers.First is not { } first)
            {
                wait(_events);
                return;
            }

            _pollers.RemoveFirst();
            poller = first.Value;
        }

        poller.SetResult(invocation);
    }

    private void Leave(TaskCompletionSource<Invocation> poller, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_pollers.Remove(poller))
            {
                return;
            }
        }

        poller.SetCanceled(cancellationToken);
    }
}
