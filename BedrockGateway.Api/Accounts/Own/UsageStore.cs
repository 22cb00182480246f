using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Limits;
using BedrockGateway.Api.Plans;

namespace BedrockGateway.Api.Accounts;

/// <summary>Reads what API Gateway counted of a key.</summary>
/// <remarks>
/// Its counts lag by minutes. Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsage.html
/// </remarks>
internal sealed class UsageStore(IAmazonAPIGateway gateway, PlanList plans, TimeProvider clock)
{
    /// <summary>Most days that API Gateway tells at once.</summary>
    public const int MaxDays = 90;

    public async Task<UsageData> ReadAsync(
        string keyId, UsagePlan plan, int days, CancellationToken cancellationToken)
    {
        var quota = plan.FindQuota();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var from = today.AddDays(1 - days);
        var period = quota is null ? today : QuotaPeriod.StartOf(quota.Period, today);
        var first = period < from ? period : from;
        var reply = await gateway.GetUsageAsync(
            new GetUsageRequest
            {
                UsagePlanId = plan.Id,
                KeyId = keyId,
                StartDate = Text(first),
                EndDate = Text(today),
            },
            cancellationToken);
        var counted = Days(reply, first, today, quota);
        return new(
            new(plan.Id, plans.NameOf(plan)),
            quota is null ? null : Of(quota, [.. counted.Where(day => day.Date >= period)], today),
            [.. counted.Where(day => day.Date >= from)]);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // {"abc123":[[2,23],[0,25]]}: used and remaining of each day, the first day first. It was asked for one key, whose
    // id or value AWS's documentation does not agree to be the name; a key that was never used may be missing.
    private static DayUsage[] Days(GetUsageResponse reply, DateOnly first, DateOnly today, Quota? quota)
    {
        var counts = (reply.Items ?? []).Values.FirstOrDefault() ?? [];
        return
        [
            .. Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(
                day => counts.ElementAtOrDefault(day) is [var used, var remaining, ..]
                    ? new DayUsage(first.AddDays(day), used, quota is null ? null : remaining)
                    : new DayUsage(first.AddDays(day), 0, quota?.Limit)),
        ];
    }

    private static QuotaUsage Of(Quota quota, DayUsage[] period, DateOnly today) => new(
        quota.Limit,
        quota.Period,
        period.Sum(day => day.Used),
        period[^1].Remaining ?? 0,
        QuotaPeriod.StartOfNext(quota.Period, today).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
}
