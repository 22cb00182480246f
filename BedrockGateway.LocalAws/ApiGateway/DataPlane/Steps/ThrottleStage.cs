using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;

/// <summary>
/// The stage's throttle of the method: its own, or the one for all methods. Each method has its own bucket.
/// </summary>
/// <remarks>The account's throttle (10,000 requests a second) is not emulated.</remarks>
internal sealed class ThrottleStage(BucketStore buckets, UsageStore usage) : IGatewayStep
{
    public string? SpanNameFor(GatewayRequest request) => request.Stage.Throttles.IsEmpty ? null : "stage throttle";

    public ValueTask<Rejection?> RunAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        if (request.Method is not { } method || TryTake(request, method.Name))
        {
            return default;
        }

        // What is refused here does not count against the quota, as what the plan refuses does not.
        if (request is { Plan: { } plan, Key: { } key })
        {
            usage.Of(plan, key.Id).Uncount(request.Received.UtcDate());
        }

        return new(new Rejection(
            GatewayFailure.Throttled,
            Detail: $"Key throttle limit exceeded for RestApi {request.ApiId}, Stage {request.Stage.Name}"));
    }

    private bool TryTake(GatewayRequest request, MethodPath deployed)
    {
        var throttles = request.Stage.Throttles;
        if (throttles.IsEmpty)
        {
            return true;
        }

        var exact = new MethodPath(deployed.Path, request.Http.Request.Method);
        var apiStage = $"{request.ApiId}/{request.Stage.Name}";
        return throttles.TryGetValue(exact, out var own)
            ? buckets.TryTake(new(null, null, apiStage, exact), own)
            : (!throttles.TryGetValue(deployed, out var limits) && !throttles.TryGetValue(MethodPath.All, out limits))
                || buckets.TryTake(new(null, null, apiStage, deployed), limits);
    }
}
