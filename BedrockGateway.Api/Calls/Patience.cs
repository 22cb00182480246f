using System.Net;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Calls;

/// <summary>How long a model may be silent.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _silence;
    private readonly CancellationToken _request;
    private readonly TimeSpan _most;

    public Patience(RequestOptions options, TimeProvider clock, CancellationToken request)
    {
        _most = TimeSpan.FromSeconds(options.ModelIdleSeconds);
        _request = request;
        _silence = new(Timeout.InfiniteTimeSpan, clock);
    }

    /// <exception cref="BedrockFault">504: the model was silent for too long.</exception>
    public async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> next)
    {
        _silence.CancelAfter(_most);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_request, _silence.Token);
        try
        {
            var value = await next(either.Token);
            _silence.CancelAfter(Timeout.InfiniteTimeSpan);
            return value;
        }
        catch (OperationCanceledException) when (_silence.IsCancellationRequested && !_request.IsCancellationRequested)
        {
            throw new BedrockFault(
                HttpStatusCode.GatewayTimeout,
                "ModelTimeoutException",
                $"The model sent nothing for {_most.TotalSeconds:0} seconds.");
        }
    }

    public void Dispose() => _silence.Dispose();
}
