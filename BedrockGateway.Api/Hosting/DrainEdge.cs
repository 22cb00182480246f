using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Hosting;

/// <summary>Ends a request that outlives the grace period, in the way that a broken upstream would end it.</summary>
internal sealed class DrainEdge(RequestDelegate next, Drain drain)
{
    private static readonly TimeSpan UntilAnotherIsUp = TimeSpan.FromSeconds(1);

    /// <exception cref="RequestFault">503: the grace period is over.</exception>
    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(request, drain.Over);
        http.RequestAborted = either.Token;
        drain.Enter();
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (drain.Over.IsCancellationRequested)
        {
            drain.Cut();
            if (request.IsCancellationRequested)
            {
                // The server breaks a connection whose client reads nothing: there is nobody to be told.
                throw;
            }

            throw new RequestFault(StatusCodes.Status503ServiceUnavailable, Drain.ShuttingDown)
            {
                RetryAfter = UntilAnotherIsUp,
            };
        }
        finally
        {
            drain.Leave();
            http.RequestAborted = request;
        }
    }
}
