namespace BedrockGateway.Api.Limits;

/// <summary>Counts a key's requests in the current period of its quota; periods begin at midnight UTC.</summary>
/// <remarks>Weeks begin on Sunday. AWS says nowhere on which day, and nobody has published a measurement.</remarks>
internal sealed class QuotaCounter(TimeProvider clock)
{
    private readonly Lock _sync = new();
    private DateTime _period;
    private int _used;

    public bool TryTake(Quota quota)
    {
        lock (_sync)
        {
            var period = StartOf(quota.Period, clock.GetUtcNow().UtcDateTime.Date);
            if (period != _period)
            {
                _period = period;
                _used = 0;
            }

            if (_used >= quota.Limit)
            {
                return false;
            }

            _used++;
            return true;
        }
    }

    private static DateTime StartOf(string period, DateTime today) => period switch
    {
        "WEEK" => today.AddDays(-(int)today.DayOfWeek),
        "MONTH" => new(today.Year, today.Month, 1, 0, 0, 0, DateTimeKind.Utc),
        _ => today,
    };
}
