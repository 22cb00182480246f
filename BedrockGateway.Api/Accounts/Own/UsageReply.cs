using System.Text.Json.Serialization;

namespace BedrockGateway.Api.Accounts;

/// <summary>What GET /account/usage answers.</summary>
internal sealed record UsageReply(int Status, bool Success, string Message, UsageData Data);

/// <summary>How much a user has called.</summary>
/// <param name="Plan">The plan that the key is in.</param>
/// <param name="Quota">The period that runs; <see langword="null"/> where the plan has no quota.</param>
/// <param name="Days">Oldest first, today last.</param>
internal sealed record UsageData(
    AccountPlan Plan,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] QuotaUsage? Quota,
    IReadOnlyList<DayUsage> Days);

/// <summary>A quota and what is left of it.</summary>
/// <param name="Limit">Requests that the period grants.</param>
/// <param name="Period"><c>DAY</c>, <c>WEEK</c> or <c>MONTH</c>.</param>
/// <param name="Used">Requests in the period so far.</param>
/// <param name="Remaining">Requests left.</param>
/// <param name="Resets">When the period ends and the quota starts anew.</param>
internal sealed record QuotaUsage(int Limit, string Period, long Used, long Remaining, DateTime Resets);

/// <summary>A day, in UTC.</summary>
/// <param name="Date">Which.</param>
/// <param name="Used">Requests on it.</param>
/// <param name="Remaining">Left of the period's quota at the day's end; none where there is no quota.</param>
internal sealed record DayUsage(DateOnly Date, long Used, long? Remaining);
