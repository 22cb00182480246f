using System.Buffers;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Debugging;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>
/// The <c>AWS_PROXY</c> integration with <c>ResponseTransferMode</c> <c>STREAM</c>: what the function writes goes to
/// the client as it comes.
/// </summary>
/// <remarks>
/// A reply that fails after its head has left is cut, so that no client takes it for whole. A client that leaves is not
/// told to the function. The idle time-out counts from the head on.
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
/// </remarks>
internal sealed partial class StreamedProxyClient(
    IStreamingInvoker lambda, DeadlineClock clock, ILogger<StreamedProxyClient> log)
{
    /// <summary>Longest silence within a reply, at regional endpoints.</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(5);

    public async ValueTask<Rejection?> RunAsync(
        GatewayRequest request, LambdaRequest invocation, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await using var stream = await lambda.InvokeStreamingAsync(invocation, either.Token);
            request.IntegrationStatus = StatusCodes.Status200OK;
            return await AnswerAsync(request, invocation, stream, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            if (!request.Http.Response.HasStarted)
            {
                return IntegrationFailures.TimedOut(invocation.Function, limit);
            }

            Cut(request, $"It took longer than {limit}.");
            return null;
        }
        catch (OperationCanceledException) when (request.Http.Response.HasStarted)
        {
            LogLeft(request.RequestId);
            return null;
        }
        catch (AwsFault fault) when (!request.Http.Response.HasStarted)
        {
            return IntegrationFailures.Of(fault);
        }
    }

    private async ValueTask<Rejection?> AnswerAsync(
        GatewayRequest request, LambdaRequest invocation, LambdaStream stream, CancellationToken cancellationToken)
    {
        try
        {
            var prelude = await StreamPrelude.ReadAsync(stream.Body, cancellationToken);
            request.Http.Response.Headers["X-Amzn-Trace-Id"] = invocation.TraceId;
            GatewayReply.SetHead(request, prelude.Status, prelude.Headers);
        }
        catch (FormatException malformed)
        {
            // A function that is still at it has simply begun in a wrong way.
            return stream.End.IsCompleted && await stream.End is { FunctionError: { } failed }
                ? IntegrationFailures.Of(failed)
                : IntegrationFailures.Malformed(malformed.Message);
        }

        if (await TryPassOnAsync(request, stream, cancellationToken)
            && await stream.End.WaitAsync(cancellationToken) is { FunctionError: not null, Payload: var error })
        {
            Cut(request, $"The function failed within its reply: {LambdaError.Describe(error)}.");
        }

        return null;
    }

    /// <returns><see langword="false"/> where the reply was cut.</returns>
    private async ValueTask<bool> TryPassOnAsync(
        GatewayRequest request, LambdaStream stream, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(IdleTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        var response = request.Http.Response;
        var isBodyless = HttpMethods.IsHead(request.Http.Request.Method)
            || !GatewayReply.MayHaveBody(response.StatusCode);
        var pace = new StreamPace(clock);
        try
        {
            while (true)
            {
                var read = await stream.Body.ReadAsync(either.Token);
                if (!isBodyless)
                {
                    foreach (var segment in read.Buffer)
                    {
                        response.BodyWriter.Write(segment.Span);
                    }

                    request.ResponseBytes += read.Buffer.Length;
                    await response.BodyWriter.FlushAsync(cancellationToken);
                    await pace.WaitAsync(request.ResponseBytes, cancellationToken);
                }

                stream.Body.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return true;
                }

                idle.CancelAfter(IdleTimeout);
            }
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested)
        {
            Cut(request, $"It was silent for {IdleTimeout}.");
            return false;
        }
    }

    private void Cut(GatewayRequest request, string reason)
    {
        LogCut(request.RequestId, reason);
        request.IsCut = true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The client of {RequestId} left before the reply was whole")]
    private partial void LogLeft(string requestId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reply of {RequestId} was cut. {Reason}")]
    private partial void LogCut(string requestId, string reason);
}
