using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Telemetry;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;

/// <summary>
/// The API key, then its plan's throttle, then the quota. A method that asks for no key counts nowhere.
/// </summary>
internal sealed class CheckUsagePlan(CallerKeys keys, BucketStore buckets, UsageStore usage) : IGatewayStep
{
    public string? SpanNameFor(GatewayRequest request) =>
        request.Method is { Method.ApiKeyRequired: true } ? "usage plan" : null;

    public ValueTask<Rejection?> RunAsync(GatewayRequest request, CancellationToken cancellationToken) =>
        request.Method is { Method.ApiKeyRequired: true } method
            ? CheckAsync(request, method, cancellationToken)
            : default;

    private async ValueTask<Rejection?> CheckAsync(
        GatewayRequest request, CompiledMethod method, CancellationToken cancellationToken)
    {
        string? value = request.Http.Request.Headers["x-api-key"];
        if (value is null || await keys.FindAsync(value, request, cancellationToken) is not var (key, plan))
        {
            return new(GatewayFailure.InvalidApiKey);
        }

        request.Key = key;
        request.Plan = plan;
        GatewaySpan.Passed("key");
        if (!TryTake(request, key, plan, method))
        {
            return new(GatewayFailure.Throttled, Detail: $"Key throttle limit exceeded for Usage Plan ID {plan.Id}");
        }

        GatewaySpan.Passed("throttle");
        if (!usage.Of(plan, key.Id).TryCount(plan, request.Received.UtcDate()))
        {
            return new(GatewayFailure.QuotaExceeded, Detail: $"Key quota exhausted for Usage Plan ID {plan.Id}");
        }

        GatewaySpan.Passed("quota");
        return null;
    }

    // A method's own throttle in the plan counts in place of the plan's.
    private bool TryTake(GatewayRequest request, ApiKey key, UsagePlan plan, CompiledMethod method)
    {
        var methods = plan.StageOf(request.ApiId, request.Stage.Name)?.Throttle;
        if (methods is { Count: > 0 })
        {
            var path = method.Resource.Path;
            foreach (var verb in new[] { request.Http.Request.Method, method.Method.HttpMethod })
            {
                if (methods.TryGetValue($"{path}/{verb}", out var limits))
                {
                    var apiStage = $"{request.ApiId}/{request.Stage.Name}";
                    return buckets.TryTake(new(plan.Id, key.Id, apiStage, new(path, verb)), limits);
                }
            }
        }

        return plan.Throttle is not { } shared || buckets.TryTake(new(plan.Id, key.Id, null, null), shared);
    }
}
