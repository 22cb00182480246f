namespace BedrockGateway.Bench.Results;

/// <summary>Median and 99th percentile of many calls, in milliseconds.</summary>
internal sealed record Latency(double P50, double P99)
{
    public static Latency Of(IReadOnlyCollection<double> milliseconds) =>
        new(Percentile.Of(milliseconds, 50), Percentile.Of(milliseconds, 99));

    /// <summary>What is above another's, figure by figure.</summary>
    public Latency Above(Latency other) => new(P50 - other.P50, P99 - other.P99);
}
