using System.Net;
using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>UpdateUsage</c>: sets what remains of a key's quota in the current period.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsage.html</remarks>
internal static class UpdateUsage
{
    public static RestJsonService MapUpdateUsage(
        this RestJsonService service,
        UsagePlanStore plans,
        ApiKeyStore keys,
        UsageStore usage,
        TimeProvider clock) => service.Map(
        "UpdateUsage", "PATCH", "/usageplans/{usageplanId}/keys/{keyId}/usage", async (call, cancellationToken) =>
        {
            var patch = await call.ReadAsync(ApiGatewayJsonContext.Default.PatchRequest, cancellationToken);
            var key = GetUsagePlanKey.Find(call, plans, keys);
            var view = Handle(patch, plans.Get(call.Path("usageplanId")), key, usage, clock.GetUtcNow().UtcDate());
            await call.ReplyAsync(HttpStatusCode.OK, view, ApiGatewayJsonContext.Default.UsageView, cancellationToken);
        });

    /// <exception cref="AwsFault">
    /// <c>BadRequestException</c> (400): the plan has no quota, or the change is another one.
    /// </exception>
    private static UsageView Handle(PatchRequest patch, UsagePlan plan, ApiKey key, UsageStore usage, DateOnly today)
    {
        var quota = plan.Quota ?? throw ApiGatewayFaults.BadRequest($"Usage Plan {plan.Id} has no quota");
        var counter = usage.Of(plan, key.Id);
        foreach (var operation in patch.PatchOperations ?? [])
        {
            if (operation.Key != "replace /remaining")
            {
                throw operation.Unsupported();
            }

            counter.SetRemaining(plan, quota, today, operation.Whole);
        }

        var date = UsageView.Text(today);
        return new(
            plan.Id,
            date,
            date,
            null,
            new Dictionary<string, long[][]> { [key.Id] = UsageView.DaysOf(counter, plan, today, today) });
    }
}
