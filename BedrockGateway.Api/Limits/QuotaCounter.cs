namespace BedrockGateway.Api.Limits;

/// <summary>Counts a key's requests in the current period of its quota; periods begin at midnight UTC.</summary>
internal sealed class QuotaCounter(TimeProvider clock)
{
    private readonly Lock _sync = new();
    private DateOnly _period;
    private int _used;

    public bool TryTake(Quota quota)
    {
        lock (_sync)
        {
            var period = QuotaPeriod.StartOf(quota.Period, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
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
}
