using System.Net;
using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>
/// API Gateway <c>UpdateUsagePlan</c>: changes names, limits and stages of a plan; limits count at once.
/// </summary>
/// <remarks>
/// AWS takes one call in 20 seconds; here there is no such limit.
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsagePlan.html
/// </remarks>
internal static class UpdateUsagePlan
{
    public static RestJsonService MapUpdateUsagePlan(this RestJsonService service, UsagePlanStore plans) => service.Map(
        "UpdateUsagePlan", "PATCH", "/usageplans/{usageplanId}", async (call, cancellationToken) =>
        {
            var patch = await call.ReadAsync(ApiGatewayJsonContext.Default.PatchRequest, cancellationToken);
            var updated = plans.Update(call.Path("usageplanId"), plan => Check(patch.ApplyTo(plan, Apply)));
            await call.ReplyAsync(
                HttpStatusCode.OK,
                UsagePlanView.Of(updated, emptyTags: true),
                ApiGatewayJsonContext.Default.UsagePlanView,
                cancellationToken);
        });

    private static UsagePlan Check(UsagePlan plan)
    {
        if (plan.Quota is { } quota)
        {
            QuotaPeriod.Require(quota);
        }

        return plan;
    }

    private static UsagePlan Apply(UsagePlan plan, PatchOperation operation) => operation.Key switch
    {
        "replace /name" => plan with { Name = operation.Value },
        "replace /description" => plan with { Description = operation.Value },
        "replace /productCode" => plan with { ProductCode = operation.Value },
        "remove /throttle" => plan with { Throttle = null },
        "remove /quota" => plan with { Quota = null },
        "replace /throttle/rateLimit" or "replace /throttle/burstLimit" =>
            plan with { Throttle = Apply(plan.Throttle ?? new(null, null), operation) },
        "replace /quota/limit" or "replace /quota/offset" or "replace /quota/period" =>
            plan with { Quota = Apply(plan.Quota ?? new(0, 0, string.Empty), operation) },
        _ => UsagePlanStages.Apply(plan, operation),
    };

    private static ThrottleSettings Apply(ThrottleSettings throttle, PatchOperation operation) =>
        operation.Path == "/throttle/rateLimit"
            ? throttle with { RateLimit = operation.Number }
            : throttle with { BurstLimit = operation.Whole };

    private static QuotaSettings Apply(QuotaSettings quota, PatchOperation operation) => operation.Path switch
    {
        "/quota/limit" => quota with { Limit = operation.Whole },
        "/quota/offset" => quota with { Offset = operation.Whole },
        _ => quota with { Period = operation.Value ?? string.Empty },
    };
}
