using BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;

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
            if (await step.RunAsync(request, cancellationToken) is { } rejection)
            {
                await RejectionWriter.WriteAsync(request, rejection, cancellationToken);
                return;
            }
        }
    }
}
