namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>The processes that poll for one function.</summary>
/// <param name="onStart">Called when a process has polled for the first time.</param>
/// <param name="onExit">Called once a process is gone.</param>
internal sealed class PollingProcesses(Action<PollingProcess> onStart, Action<PollingProcess> onExit) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<PollingProcess> _known = [];

    /// <summary>
    /// Finds who is at the other end of a connection; <see langword="null"/> where that cannot be known.
    /// </summary>
    /// <param name="clientPort">The connection's port on the client's side.</param>
    /// <param name="serverPort">The connection's port on this side.</param>
    /// <param name="cancellationToken">Gives up the search.</param>
    public async Task<PollingProcess?> FindAsync(int clientPort, int serverPort, CancellationToken cancellationToken)
    {
        // Processes start on the machine's clock, whatever clock the emulator runs on.
        var polledAt = TimeProvider.System.GetUtcNow();
        // The search reads many files; the poll goes on meanwhile.
        await Task.Yield();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (LoopbackPeer.FindSocket(clientPort, serverPort) is not { } socket)
            {
                return null;
            }

            // A process has many connections, so those known are looked at before all others.
            if (_known.Find(process => LoopbackPeer.Owns(process.Id, socket)) is { } known)
            {
                return known;
            }

            if (LoopbackPeer.FindOwner(socket) is { } id && PollingProcess.AtFirstPoll(id, polledAt) is { } found)
            {
                _known.Add(found);
                onStart(found);
                _ = WatchAsync(found, cancellationToken);
                return found;
            }

            return null;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            _gate.Release();
        }
    }

    // An id may be given to another process, so one that is gone is forgotten.
    private async Task WatchAsync(PollingProcess process, CancellationToken stopping)
    {
        await process.WaitForExitAsync(stopping);
        await _gate.WaitAsync(stopping);
        _known.Remove(process);
        _gate.Release();
        onExit(process);
    }

    public void Dispose() => _gate.Dispose();
}
