using System.Net;
using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>UpdateUsagePlan</c>: changes names, limits and stages of a plan; limits count at once.</summary>
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
        "replace /throttle/rateLimit" => plan with { Throttle = ThrottleOf(plan) with { RateLimit = operation.Number } },
        "replace /throttle/burstLimit" => plan with { Throttle = ThrottleOf(plan) with { BurstLimit = operation.Whole } },
        "replace /quota/limit" => plan with { Quota = QuotaOf(plan) with { Limit = operation.Whole } },
        "replace /quota/offset" => plan with { Quota = QuotaOf(plan) with { Offset = operation.Whole } },
        "replace /quota/period" => plan with { Quota = QuotaOf(plan) with { Period = operation.Value ?? string.Empty } },
        _ => UsagePlanStages.Apply(plan, operation),
    };

    private static ThrottleSettings ThrottleOf(UsagePlan plan) => plan.Throttle ?? new(null, null);

    private static QuotaSettings QuotaOf(UsagePlan plan) => plan.Quota ?? new(0, 0, string.Empty);
}
