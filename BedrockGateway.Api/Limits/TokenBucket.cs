namespace BedrockGateway.Api.Limits;

/// <summary>Token bucket: starts full, gains tokens by the second, gives one to each request.</summary>
internal sealed class TokenBucket(TimeProvider clock)
{
    private readonly Lock _sync = new();
    private double _tokens = double.MaxValue;
    private long _filledAt = clock.GetTimestamp();

    public bool TryTake(Throttle throttle)
    {
        lock (_sync)
        {
            var now = clock.GetTimestamp();
            var gained = clock.GetElapsedTime(_filledAt, now).TotalSeconds * throttle.RatePerSecond;
            _filledAt = now;
            _tokens = Math.Min(_tokens + gained, throttle.Burst);
            if (_tokens < 1 || throttle.RatePerSecond <= 0)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
