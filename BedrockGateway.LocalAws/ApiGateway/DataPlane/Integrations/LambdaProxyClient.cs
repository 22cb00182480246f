using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Debugging;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>
/// The <c>AWS_PROXY</c> integration: the request goes to a function as an event, its reply to the client.
/// </summary>
internal sealed class LambdaProxyClient(ILambdaInvoker lambda, StreamedProxyClient streamed, DeadlineClock clock)
{
    /// <summary>Largest event that <c>Invoke</c> takes.</summary>
    private const int MaxEventBytes = 6_291_456;

    private const string Principal = "apigateway.amazonaws.com";

    public async ValueTask<Rejection?> RunAsync(
        GatewayRequest request, LambdaProxyIntegration integration, CancellationToken cancellationToken)
    {
        if (Misconfigured(request, integration) is { } detail)
        {
            return new(GatewayFailure.ApiConfigurationError, Detail: detail);
        }

        var trace = TraceIds.WithNewParent(request.TraceId);
        var payload = ProxyEvent.Write(request);
        if (payload.Length > MaxEventBytes)
        {
            return new(
                GatewayFailure.RequestTooLarge,
                Detail: $"Request must be smaller than {MaxEventBytes} bytes for the InvokeFunction operation");
        }

        var invocation = new LambdaRequest(integration.FunctionArn, payload, trace);
        return integration.IsStreamed
            ? await streamed.RunAsync(request, invocation, integration.Timeout, cancellationToken)
            : await RunAsync(request, invocation, integration.Timeout, cancellationToken);
    }

    private async ValueTask<Rejection?> RunAsync(
        GatewayRequest request, LambdaRequest invocation, TimeSpan limit, CancellationToken cancellationToken)
    {
        var (result, rejection) = await InvokeAsync(invocation, limit, cancellationToken);
        if (result is null)
        {
            return rejection;
        }

        request.IntegrationStatus = StatusCodes.Status200OK;
        return result.FunctionError is { } error
            ? IntegrationFailures.Of(error)
            : await AnswerAsync(request, result.Payload, invocation.TraceId, cancellationToken);
    }

    private static async ValueTask<Rejection?> AnswerAsync(
        GatewayRequest request, ReadOnlyMemory<byte> payload, string? trace, CancellationToken cancellationToken)
    {
        if (!ProxyReply.TryRead(payload, out var reply, out var malformed))
        {
            return IntegrationFailures.Malformed(malformed);
        }

        request.Http.Response.Headers["X-Amzn-Trace-Id"] = trace;
        var body = reply.ReadBody(decode: request.Compiled.IsBinary(request.Http.Request.Headers.Accept));
        await GatewayReply.WriteAsync(request, reply.Status, reply.Headers, body, cancellationToken);
        return null;
    }

    private string? Misconfigured(GatewayRequest request, LambdaProxyIntegration integration)
    {
        if (integration.HttpMethod != HttpMethods.Post)
        {
            return $"Lambda is invoked with POST, not {integration.HttpMethod}.";
        }

        return request.Method is { } method
            && lambda.Permits(integration.FunctionArn, Principal, request.ExecutionArn(method))
            ? null
            : $"Invalid permissions on Lambda function {integration.FunctionArn}";
    }

    private async ValueTask<(LambdaResult? Result, Rejection? Rejection)> InvokeAsync(
        LambdaRequest invocation, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return (await lambda.InvokeAsync(invocation, either.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, IntegrationFailures.TimedOut(invocation.Function, limit));
        }
        catch (AwsFault fault)
        {
            return (null, IntegrationFailures.Of(fault));
        }
    }
}
