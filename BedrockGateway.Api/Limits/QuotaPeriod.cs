namespace BedrockGateway.Api.Limits;

/// <summary>Calendar periods of quotas, in UTC.</summary>
/// <remarks>Weeks begin on Sunday. AWS says nowhere on which day, and nobody has published a measurement.</remarks>
internal static class QuotaPeriod
{
    public static DateOnly StartOf(string period, DateOnly day) => period switch
    {
        "WEEK" => day.AddDays(-(int)day.DayOfWeek),
        "MONTH" => new(day.Year, day.Month, 1),
        _ => day,
    };

    /// <summary>The first day of the period after the one that has this day.</summary>
    public static DateOnly StartOfNext(string period, DateOnly day) => period switch
    {
        "WEEK" => StartOf(period, day).AddDays(7),
        "MONTH" => StartOf(period, day).AddMonths(1),
        _ => day.AddDays(1),
    };
}
