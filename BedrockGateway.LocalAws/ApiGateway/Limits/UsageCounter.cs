using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.ApiGateway.Limits;

/// <summary>Requests of one key under one plan, by UTC day.</summary>
/// <param name="id"><c>{plan}/{key}</c>.</param>
/// <param name="saved">Where it is kept: a grant at once, a counted request within the second.</param>
/// <param name="start">What was kept of it; <see langword="null"/> for one that begins.</param>
internal sealed class UsageCounter(string id, SavedRecords<SavedUsage> saved, SavedUsage? start)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DateOnly, long> _usedByDay = start?.UsedByDay ?? [];

    // Requests granted (or taken away) by UpdateUsage, by the first day of the period they are for.
    private readonly Dictionary<DateOnly, long> _extraByPeriod = start?.ExtraByPeriod ?? [];

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
        }

        saved.ChangedSoon(id);
        return true;
    }

    /// <summary>Takes back a request that was refused after it was counted.</summary>
    public void Uncount(DateOnly day)
    {
        lock (_gate)
        {
            _usedByDay[day]--;
        }

        saved.ChangedSoon(id);
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

        saved.Changed(id);
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

    /// <summary>The counter as it is kept.</summary>
    public SavedUsage Save()
    {
        lock (_gate)
        {
            return new(new(_usedByDay), new(_extraByPeriod));
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

/// <summary>A counter as it is kept.</summary>
/// <param name="UsedByDay">Requests by UTC day.</param>
/// <param name="ExtraByPeriod">Requests granted, by the first day of the period.</param>
internal sealed record SavedUsage(Dictionary<DateOnly, long> UsedByDay, Dictionary<DateOnly, long> ExtraByPeriod);
