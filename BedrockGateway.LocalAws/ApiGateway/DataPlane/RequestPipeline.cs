using BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;
using BedrockGateway.LocalAws.Telemetry;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>The chain that every request to a stage goes through, in API Gateway's order.</summary>
internal sealed class RequestPipeline(
    Authorize authorize,
    CheckUsagePlan checkUsagePlan,
    ThrottleStage throttleStage,
    Integrate integrate)
{
    private readonly IGatewayStep[] _steps =
    [
        new LimitHeaders(),
        new MatchRoute(),
        authorize,
        checkUsagePlan,
        throttleStage,
        new ReadBody(),
        new ValidateRequest(),
        integrate,
    ];

    public async ValueTask RunAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        foreach (var step in _steps)
        {
            if (await RunAsync(step, request, cancellationToken) is { } rejection)
            {
                await RejectionWriter.WriteAsync(request, rejection, cancellationToken);
                return;
            }
        }
    }

    private static async ValueTask<Rejection?> RunAsync(
        IGatewayStep step, GatewayRequest request, CancellationToken cancellationToken)
    {
        using var span = GatewaySpan.StartStep(step.SpanNameFor(request));
        var rejection = await step.RunAsync(request, cancellationToken);
        GatewaySpan.EndStep(span, rejection);
        return rejection;
    }
}
