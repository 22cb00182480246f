namespace BedrockGateway.Bench.Results;

/// <summary>Order statistics without interpolation: every figure is one that was measured.</summary>
internal static class Percentile
{
    public static double Of(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToArray();
        var rank = (int)Math.Ceiling(percent / 100.0 * sorted.Length);
        return sorted[Math.Max(rank, 1) - 1];
    }
}
