using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Lambda.Debugging;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>The processes of one function, as its Runtime API sees them: what waits, what runs, who polls.</summary>
internal sealed class FunctionRuntime(TimeProvider clock, FunctionDebuggers debuggers)
{
    // For what begins while somebody debugs: a function that looks at its clock is not to give up either.
    private static readonly TimeSpan Debugged = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Invocation> _running = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _firstPoll = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PollingProcesses? _processes;

    public InvocationQueue Queue { get; } = new();

    public PollingProcesses Processes => LazyInitializer.EnsureInitialized(
        ref _processes, () => new(process => debuggers.Add(process.Id), End));

    /// <summary>How many invocations a process has in hand.</summary>
    public int Running => _running.Count;

    /// <summary>Completes when a process polls for the first time.</summary>
    public Task FirstPoll => _firstPoll.Task;

    /// <summary>Whether a process has ever polled.</summary>
    public bool HasBeenPolled => FirstPoll.IsCompleted;

    /// <summary>What the last process said when it could not start; <see langword="null"/> once one polls.</summary>
    public string? InitError { get; private set; }

    public void NotePoll()
    {
        _firstPoll.TrySetResult();
        InitError = null;
    }

    /// <summary>Counts the event as running and says until when, in milliseconds since 1970.</summary>
    public long Begin(Invocation invocation)
    {
        _running[invocation.RequestId] = invocation;
        var limit = debuggers.AreAttached ? Debugged : invocation.Target.Settings.Timeout;
        return (clock.GetUtcNow() + limit).ToUnixTimeMilliseconds();
    }

    /// <summary>The process has the event.</summary>
    public void ConfirmStart(Invocation invocation, Task<PollingProcess?> process) =>
        invocation.TryStart(new(clock.GetTimestamp(), process));

    /// <summary>The process did not get the event: another one is to have it.</summary>
    public void GiveBack(Invocation invocation)
    {
        if (_running.TryRemove(invocation.RequestId, out _))
        {
            Queue.PutBack(invocation);
        }
    }

    /// <summary>A running invocation; <see langword="null"/> where the id is unknown or has its result.</summary>
    public Invocation? Find(string requestId) => _running.GetValueOrDefault(requestId);

    /// <summary>
    /// Takes a running invocation out for its result; <see langword="null"/> where the id is unknown or has one.
    /// </summary>
    public Invocation? Finish(string requestId) =>
        _running.TryRemove(requestId, out var invocation) ? invocation : null;

    // What a process had in hand when it ended will never be answered.
    private void End(PollingProcess process)
    {
        debuggers.Remove(process.Id);
        foreach (var (id, invocation) in _running)
        {
            if (invocation.Started is { IsCompletedSuccessfully: true, Result.Process: var owner }
                && owner.IsCompletedSuccessfully
                && owner.Result == process
                && _running.TryRemove(id, out _))
            {
                invocation.TryComplete(InvocationOutcome.Exited(id));
            }
        }
    }

    /// <summary>A process could not start: what waits fails as it did.</summary>
    public void FailInit(ReadOnlyMemory<byte> error)
    {
        InitError = LambdaError.Describe(error);
        foreach (var invocation in Queue.Drain())
        {
            invocation.TryComplete(new(error, InvocationOutcome.Unhandled, "error"));
            ConfirmStart(invocation, Task.FromResult<PollingProcess?>(null));
        }
    }
}
