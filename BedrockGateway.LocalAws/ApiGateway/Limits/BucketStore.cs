using System.Collections.Concurrent;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Limits;

/// <summary>The token buckets of keys in plans and of methods in stages.</summary>
internal sealed class BucketStore(TimeProvider clock)
{
    /// <summary>What an account gets where a throttle leaves the rate open, in requests a second.</summary>
    private const double AccountRateLimit = 10_000;

    /// <summary>What an account gets where a throttle leaves the burst open, in requests.</summary>
    private const int AccountBurstLimit = 5_000;

    private readonly ConcurrentDictionary<BucketKey, TokenBucket> _buckets = new();

    /// <summary>Takes a token; a rate or burst of 0 refuses everything.</summary>
    public bool TryTake(BucketKey key, ThrottleSettings limits)
    {
        var rate = limits.RateLimit ?? AccountRateLimit;
        return rate > 0
            && _buckets.GetOrAdd(key, static (_, time) => new(time), clock)
                .TryTake(rate, limits.BurstLimit ?? AccountBurstLimit);
    }
}

/// <summary>Whose bucket it is.</summary>
/// <param name="PlanId">The plan, <see langword="null"/> for a bucket of a stage.</param>
/// <param name="KeyId">The key, <see langword="null"/> for a bucket of a stage.</param>
/// <param name="ApiStage"><c>{api}/{stage}</c>, <see langword="null"/> where the bucket covers the whole plan.</param>
/// <param name="Method">The method, where the bucket is of one only.</param>
internal readonly record struct BucketKey(string? PlanId, string? KeyId, string? ApiStage, MethodPath? Method);
