using System.Globalization;

namespace BedrockGateway.Bench.Results;

/// <summary>A figure over several runs: <c>52.4 (38.6–63.6)</c>, the median and the range of all.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IReadOnlyCollection<double> values) =>
        new(Percentile.Of(values, 50), values.Min(), values.Max());

    /// <param name="digits">Digits after the point.</param>
    public string ToText(int digits)
    {
        var format = $"F{digits}";
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Text(Median)} ({Text(Least)}–{Text(Most)})";
    }
}
