using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.Pages.Api;

/// <summary>A usage plan and what its keys have used of it.</summary>
/// <param name="Id">Id of the plan.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stages"><c>{api}/{stage}</c> that it covers.</param>
/// <param name="Throttle">Of each key.</param>
/// <param name="QuotaLimit">Requests of each key in a period; <see langword="null"/> for no quota.</param>
/// <param name="QuotaPeriod"><c>DAY</c>, <c>WEEK</c> or <c>MONTH</c>.</param>
/// <param name="Usage">For each key.</param>
internal sealed record PlanView(
    string Id,
    string? Name,
    IReadOnlyList<string> Stages,
    ThrottleView? Throttle,
    int? QuotaLimit,
    string? QuotaPeriod,
    IReadOnlyList<KeyUsageView> Usage)
{
    public static PlanView Of(UsagePlan plan, IEnumerable<ApiKey> keys, UsageStore usage, DateOnly today) => new(
        plan.Id,
        plan.Name,
        [.. plan.ApiStages.Select(stage => $"{stage.ApiId}/{stage.Stage}")],
        ThrottleView.Of(plan.Throttle),
        plan.Quota?.Limit,
        plan.Quota?.Period,
        [.. keys.Select(key => KeyUsageView.Of(plan, key, usage, today))]);
}

/// <summary>What a key has used of a plan.</summary>
/// <param name="KeyId">The key.</param>
/// <param name="KeyName">Its name.</param>
/// <param name="UsedToday">Requests of this day, in UTC.</param>
/// <param name="Remaining">Requests left in the period; <see langword="null"/> without a quota.</param>
internal sealed record KeyUsageView(string KeyId, string? KeyName, long UsedToday, long? Remaining)
{
    public static KeyUsageView Of(UsagePlan plan, ApiKey key, UsageStore usage, DateOnly today)
    {
        var counted = usage.Of(plan, key.Id).Read(plan, today);
        return new(key.Id, key.Name, counted[0], plan.Quota is null ? null : counted[1]);
    }
}
