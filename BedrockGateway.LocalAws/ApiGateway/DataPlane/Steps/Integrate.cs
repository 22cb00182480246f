using BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;

/// <summary>Has the method's integration answer, which ends the chain.</summary>
internal sealed class Integrate(LambdaProxyClient lambda, TimeProvider clock) : IGatewayStep
{
    public async ValueTask<Rejection?> RunAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var rejection = request.Method?.Method.Integration switch
        {
            MockIntegration mock => await MockReply.WriteAsync(request, mock, cancellationToken),
            LambdaProxyIntegration proxy => await lambda.RunAsync(request, proxy, cancellationToken),
            var other => throw new InvalidOperationException($"No step runs the integration {other}."),
        };
        request.IntegrationLatency = clock.GetElapsedTime(started);
        return rejection;
    }
}
