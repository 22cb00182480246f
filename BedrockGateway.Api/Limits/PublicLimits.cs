using System.Collections.Concurrent;
using BedrockGateway.Api.Replies;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Limits;

/// <summary>One token bucket for each public route.</summary>
internal sealed class PublicLimits(IOptions<PublicLimitOptions> options, TimeProvider clock)
{
    private readonly Throttle _throttle = new(options.Value.RatePerSecond, options.Value.Burst);
    private readonly ConcurrentDictionary<string, TokenBucket> _buckets = new(StringComparer.Ordinal);

    public async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var route = (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var bucket = _buckets.GetOrAdd(route, _ => new(clock));
        return bucket.TryTake(_throttle) ? await next(context) : Refusal.Throttled.ToResult();
    }
}
