using BedrockGateway.LocalAws.Lambda.Debugging;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>The Runtime APIs that are open, one a function. They stay open until the emulator stops.</summary>
internal sealed class RuntimeApiStore(
    LocalAwsOptions options,
    TimeProvider clock,
    FunctionDebuggers debuggers,
    ILoggerFactory loggers,
    IHostApplicationLifetime lifetime) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<string, RuntimeApiListener> _listeners = new(StringComparer.Ordinal);
    private bool _isDisposed;

    /// <summary>Cancelled when the emulator begins to stop: nothing may wait any longer.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>The function's listener, opened at the first call.</summary>
    /// <exception cref="ObjectDisposedException">The emulator has stopped.</exception>
    public async ValueTask<RuntimeApiListener> OpenAsync(string functionName, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_listeners.TryGetValue(functionName, out var listener))
            {
                listener = await ListenAsync(PortOf(functionName), cancellationToken);
                _listeners.Add(functionName, listener);
            }

            return listener;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        _isDisposed = true;
        foreach (var listener in _listeners.Values)
        {
            await listener.DisposeAsync();
        }

        _listeners.Clear();
        _gate.Release();
        _gate.Dispose();
    }

    // A port that another has by now, such as one of a second stack, is no reason to be without a Runtime API.
    private async Task<RuntimeApiListener> ListenAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            return await RuntimeApiListener.StartAsync(
                new(options.BindAddress, port), clock, debuggers, loggers, Stopping, cancellationToken);
        }
        catch (IOException) when (port != 0)
        {
            return await ListenAsync(0, cancellationToken);
        }
    }

    private int PortOf(string functionName)
    {
        var listed = options.FunctionPorts.Keys
            .Where(name => functionName == name || functionName.EndsWith($"-{name}", StringComparison.Ordinal))
            .MaxBy(name => name.Length);
        return listed is null ? 0 : options.FunctionPorts[listed];
    }
}
