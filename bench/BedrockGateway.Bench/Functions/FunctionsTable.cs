using BedrockGateway.Bench.Results;

namespace BedrockGateway.Bench.Functions;

/// <summary>The figures of all functions, and the budgets of the native one.</summary>
internal static class FunctionsTable
{
    private const double MiB = 1;

    public static IEnumerable<string> Of(IReadOnlyDictionary<string, List<FunctionRun>> runs) =>
    [
        "| function | start → first poll, ms | first event → reply, ms | warm p50, ms | warm p99, ms | "
            + "peak at first poll, MiB | peak under load, MiB |",
        "|---|---|---|---|---|---|---|",
        .. runs.Select(entry => Row(entry.Key, entry.Value)),
        string.Empty,
        .. BudgetRow.Table(Budgets(runs)),
    ];

    private static string Row(string name, List<FunctionRun> runs)
    {
        string Cell(Func<FunctionRun, double> figure, int digits) => Spread.Of([.. runs.Select(figure)]).ToText(digits);
        return $"| {name} | {Cell(run => run.FirstPollMs, 1)} | {Cell(run => run.FirstReplyMs, 1)} "
            + $"| {Cell(run => run.WarmP50Ms, 3)} | {Cell(run => run.WarmP99Ms, 3)} "
            + $"| {Cell(run => run.StartMiB, 1)} | {Cell(run => run.PeakMiB, 1)} |";
    }

    private static IEnumerable<BudgetRow> Budgets(IReadOnlyDictionary<string, List<FunctionRun>> runs)
    {
        var native = runs[Candidate.Native];
        var host = runs[Candidate.EmptyHost];
        var floor = runs[Candidate.Floor];
        Spread Each(Func<FunctionRun, double> figure) => Spread.Of([.. native.Select(figure)]);
        Spread Pairs(List<FunctionRun> other, Func<FunctionRun, FunctionRun, double> compare) =>
            Spread.Of([.. native.Zip(other, compare)]);
        return
        [
            new("native, start → first poll", Each(run => run.FirstPollMs), 60, "ms", 1),
            new("the same over the empty host's", Pairs(host, (run, its) => run.FirstPollMs / its.FirstPollMs), 1.5, "x", 2),
            new("native, peak memory under load", Each(run => run.PeakMiB), 40 * MiB, "MiB", 1),
            new("native, warm p50 above the floor's", Pairs(floor, (run, its) => run.WarmP50Ms - its.WarmP50Ms), 0.3, "ms", 3),
            new("native, warm p99 above the floor's", Pairs(floor, (run, its) => run.WarmP99Ms - its.WarmP99Ms), 1, "ms", 3),
        ];
    }
}
