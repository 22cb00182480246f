using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Limits;

/// <summary>Requests of one key under one plan, by UTC day.</summary>
internal sealed class UsageCounter
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DateOnly, long> _usedByDay = [];

    // Requests granted (or taken away) by UpdateUsage, by the first day of the period they are for.
    private readonly Dictionary<DateOnly, long> _extraByPeriod = [];

    /// <summary>Counts a request, unless the quota of the period is used up.</summary>
    public bool TryCount(UsagePlan plan, DateOnly today)
    {
        lock (_gate)
        {
            if (plan.Quota is { } quota && RemainingOn(today, plan, quota) <= 0)
            {
                return false;
            }

            _usedByDay[today] = _usedByDay.GetValueOrDefault(today) + 1;
            return true;
        }
    }

    /// <summary>Takes back a request that was refused after it was counted.</summary>
    public void Uncount(DateOnly day)
    {
        lock (_gate)
        {
            _usedByDay[day]--;
        }
    }

    /// <summary>Sets how many requests the rest of the period has.</summary>
    public void SetRemaining(UsagePlan plan, QuotaSettings quota, DateOnly today, long remaining)
    {
        lock (_gate)
        {
            var period = QuotaPeriod.StartOf(quota.Period, today);
            _extraByPeriod[period] =
                _extraByPeriod.GetValueOrDefault(period) + remaining - RemainingOn(today, plan, quota);
        }
    }

    /// <summary><c>[used, remaining]</c> of a day, where a plan without a quota has nothing remaining.</summary>
    public long[] Read(UsagePlan plan, DateOnly day)
    {
        lock (_gate)
        {
            var remaining = plan.Quota is { } quota ? Math.Max(0, RemainingOn(day, plan, quota)) : 0;
            return [_usedByDay.GetValueOrDefault(day), remaining];
        }
    }

    private long RemainingOn(DateOnly day, UsagePlan plan, QuotaSettings quota)
    {
        var start = QuotaPeriod.StartOf(quota.Period, day);
        var limit = quota.Limit + _extraByPeriod.GetValueOrDefault(start);
        if (QuotaPeriod.StartOf(quota.Period, plan.QuotaSince.UtcDate()) == start)
        {
            limit -= quota.Offset;
        }

        for (var counted = start; counted <= day; counted = counted.AddDays(1))
        {
            limit -= _usedByDay.GetValueOrDefault(counted);
        }

        return limit;
    }
}
