namespace BedrockGateway.TestGateway.Telemetry;

/// <summary>A point of a metric as it was exported.</summary>
/// <param name="Service">Who exported it.</param>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Count">How many values a histogram has; the value of a counter.</param>
/// <param name="Sum">Sum of a histogram's values.</param>
/// <param name="Bounds">Upper bounds of a histogram's buckets.</param>
/// <param name="Attributes">All as texts.</param>
internal sealed record ExportedPoint(
    string Service,
    string Metric,
    string Unit,
    ulong Count,
    double Sum,
    IReadOnlyList<double> Bounds,
    IReadOnlyDictionary<string, string> Attributes)
{
    // Metric { name 1; unit 3; Sum 7 { NumberDataPoint 1 }; Histogram 9 { HistogramDataPoint 1 }; }
    public static IEnumerable<ExportedPoint> Read(string service, ProtoMessage metric)
    {
        var (name, unit) = (metric.Text(1), metric.Text(3));
        // NumberDataPoint { as_int 6; attributes 7; }
        var counters = metric.Message(7)?.Messages(1).Select(point => new ExportedPoint(
            service, name, unit, point.Number(6), 0, [], OtlpAttributes.Read(point, 7)));
        // HistogramDataPoint { count 4; sum 5; explicit_bounds 7; attributes 9; }
        var histograms = metric.Message(9)?.Messages(1).Select(point => new ExportedPoint(
            service, name, unit, point.Number(4), point.Double(5), [.. point.Doubles(7)],
            OtlpAttributes.Read(point, 9)));
        return [.. counters ?? [], .. histograms ?? []];
    }
}
