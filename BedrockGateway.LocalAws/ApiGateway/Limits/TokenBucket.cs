namespace BedrockGateway.LocalAws.ApiGateway.Limits;

/// <summary>
/// A token bucket that starts full. Rate and capacity come with each call, since a plan may change meanwhile.
/// </summary>
internal sealed class TokenBucket(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private double? _tokens;
    private long _refilled = clock.GetTimestamp();

    /// <param name="ratePerSecond">Tokens that flow back each second.</param>
    /// <param name="capacity">Most tokens held.</param>
    public bool TryTake(double ratePerSecond, int capacity)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            var refill = clock.GetElapsedTime(_refilled, now).TotalSeconds * ratePerSecond;
            _refilled = now;
            _tokens = Math.Min(capacity, (_tokens ?? capacity) + refill);
            if (_tokens < 1)
            {
                return false;
            }

            _tokens -= 1;
            return true;
        }
    }
}
