using System.Globalization;

namespace BedrockGateway.Bench.Results;

/// <summary>A budget beside what was measured.</summary>
/// <param name="What">What is limited.</param>
/// <param name="Measured">Over the runs.</param>
/// <param name="Limit">Largest allowed median.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Digits">Digits after the point.</param>
internal sealed record BudgetRow(string What, Spread Measured, double Limit, string Unit, int Digits)
{
    public static IEnumerable<string> Table(IEnumerable<BudgetRow> rows) =>
    [
        "| budget | limit | measured | held |",
        "|---|---|---|---|",
        .. rows.Select(row => row.ToText()),
    ];

    private string ToText()
    {
        var limit = Limit.ToString("0.###", CultureInfo.InvariantCulture);
        var isHeld = Measured.Median <= Limit ? "yes" : "no";
        return $"| {What} | {limit} {Unit} | {Measured.ToText(Digits)} {Unit} | {isHeld} |";
    }
}
