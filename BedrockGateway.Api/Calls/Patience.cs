using System.Net;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Calls;

/// <summary>How long a model may be silent, each time that it is waited for.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _withRequest;
    private readonly TimeSpan _most;

    public Patience(RequestOptions options, TimeProvider clock, CancellationToken request)
    {
        _most = TimeSpan.FromSeconds(options.ModelIdleSeconds);
        Request = request;

        // One source for both ends, not a linked one for each wait: a stream waits for every event.
        _stop = new(Timeout.InfiniteTimeSpan, clock);
        _withRequest = request.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop);
    }

    /// <summary>What else ends every wait.</summary>
    public CancellationToken Request { get; }

    /// <param name="state">What <paramref name="next"/> needs.</param>
    /// <param name="next">What is waited for, until the token it gets is cancelled.</param>
    /// <exception cref="BedrockFault">504: the model was silent for too long.</exception>
    public async ValueTask<T> WaitAsync<TState, T>(TState state, Func<TState, CancellationToken, ValueTask<T>> next)
    {
        _stop.CancelAfter(_most);
        try
        {
            var value = await next(state, _stop.Token);
            _stop.CancelAfter(Timeout.InfiniteTimeSpan);
            return value;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested && !Request.IsCancellationRequested)
        {
            throw new BedrockFault(
                HttpStatusCode.GatewayTimeout,
                "ModelTimeoutException",
                $"The model sent nothing for {_most.TotalSeconds:0} seconds.");
        }
    }

    public void Dispose()
    {
        _withRequest.Dispose();
        _stop.Dispose();
    }
}
