using System.Collections.Concurrent;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Limits;

/// <summary>Throttle and quota of every user in this process, as the usage plan has them.</summary>
/// <remarks>By user and not by key, as API Gateway does: so a rotation refills nothing.</remarks>
internal sealed class KeyLimits(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Owner, string Plan), (TokenBucket, QuotaCounter)> _spent = new();

    public Refusal? Take(PlanKey key)
    {
        var (bucket, counter) = _spent.GetOrAdd((key.Owner, key.Plan.PlanId), _ => (new(clock), new(clock)));
        if (key.Plan.Throttle is { } throttle && !bucket.TryTake(throttle))
        {
            return Refusal.Throttled;
        }

        return key.Plan.Quota is { } quota && !counter.TryTake(quota) ? Refusal.QuotaExceeded : null;
    }
}
