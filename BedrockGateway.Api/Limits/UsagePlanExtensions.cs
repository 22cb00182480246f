using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Limits;

internal static class UsagePlanExtensions
{
    /// <summary>The plan that a key is in for this API's stage; there is one at most.</summary>
    public static async Task<UsagePlan?> FindPlanAsync(
        this IAmazonAPIGateway gateway, string keyId, ResourcesOptions resources, CancellationToken cancellationToken)
    {
        // A key is in ten plans at most: one page.
        var plans = await gateway.GetUsagePlansAsync(
            new GetUsagePlansRequest { KeyId = keyId, Limit = 500 }, cancellationToken);
        return (plans.Items ?? []).Find(plan => plan.IsOf(resources));
    }

    /// <summary>Whether the plan is one of this API's stage.</summary>
    public static bool IsOf(this UsagePlan plan, ResourcesOptions resources) => (plan.ApiStages ?? []).Exists(
        stage => stage.ApiId == resources.RestApiId && stage.Stage == resources.StageName);

    /// <returns><see langword="null"/> where the plan has no quota.</returns>
    public static Quota? FindQuota(this UsagePlan plan) =>
        plan.Quota is { Limit: { } limit } quota ? new(limit, quota.Period?.Value ?? "DAY") : null;
}
