using System.Collections.Concurrent;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Limits;

/// <summary>Throttle and quota of every key in this process, as the usage plan has them.</summary>
internal sealed class KeyLimits(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Key, string Plan), (TokenBucket, QuotaCounter)> _spent = new();

    public Refusal? Take(PlanKey key)
    {
        var (bucket, counter) = _spent.GetOrAdd((key.Id, key.Plan.PlanId), _ => (new(clock), new(clock)));
        if (key.Plan.Throttle is { } throttle && !bucket.TryTake(throttle))
        {
            return Refusal.Throttled;
        }

        return key.Plan.Quota is { } quota && !counter.TryTake(quota) ? Refusal.QuotaExceeded : null;
    }
}
