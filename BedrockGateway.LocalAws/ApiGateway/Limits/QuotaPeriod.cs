using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Limits;

/// <summary>Calendar periods in UTC.</summary>
/// <remarks>Weeks begin on Sunday. AWS says nowhere on which day, and nobody has published a measurement.</remarks>
internal static class QuotaPeriod
{
    public const string Day = "DAY";

    public const string Week = "WEEK";

    public const string Month = "MONTH";

    public static DateOnly StartOf(string period, DateOnly day) => period switch
    {
        Week => day.AddDays(-(int)day.DayOfWeek),
        Month => new(day.Year, day.Month, 1),
        _ => day,
    };

    /// <exception cref="Wire.AwsFault">
    /// <c>BadRequestException</c> (400): the quota has no such period or a negative number.
    /// </exception>
    public static QuotaSettings Require(QuotaSettings quota)
    {
        if (quota.Period is not (Day or Week or Month))
        {
            throw ApiGatewayFaults.BadRequest($"Invalid quota period {quota.Period}: it must be DAY, WEEK or MONTH");
        }

        return quota is { Limit: > 0, Offset: >= 0 }
            ? quota
            : throw ApiGatewayFaults.BadRequest(
                $"Invalid quota: limit {quota.Limit} must be positive and offset {quota.Offset} must not be negative");
    }

    public static DateOnly UtcDate(this DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
