using BedrockGateway.Bench.Results;
using BedrockGateway.Bench.Streams.Client;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>The figures of all rounds; differences and ratios are taken round by round.</summary>
internal static class StreamsTables
{
    private const double FirstByteLimitMs = 2;

    public static IEnumerable<string> Of(IReadOnlyList<StreamsRound> rounds, int events, int openStreams) =>
    [
        "Request → end of a reply that is no stream; above the plain call of Bedrock that the route comes to:",
        string.Empty,
        .. LatencyTable(Routes.Whole, rounds, round => round.Requests),
        string.Empty,
        "Request → first byte of the stream, whose rest the upstream holds back:",
        string.Empty,
        .. LatencyTable(Routes.Streamed, rounds, round => round.FirstBytes),
        string.Empty,
        "Upstream's first byte → first byte at the client:",
        string.Empty,
        .. LatencyTable(Routes.Streamed, rounds, round => round.PassedOn),
        string.Empty,
        .. BudgetRow.Table(Budgets(rounds)),
        string.Empty,
        $"One stream of {events:N0} events, as fast as they go through:",
        string.Empty,
        .. ThroughputTable.Of(rounds),
        string.Empty,
        $"Memory without and with {openStreams} open streams ({Routes.Chat.Name}, ConverseStream over YARP):",
        string.Empty,
        .. MemoryTable.Of(rounds),
    ];

    private static IEnumerable<string> LatencyTable(
        IReadOnlyList<Route> routes,
        IReadOnlyList<StreamsRound> rounds,
        Func<StreamsRound, IReadOnlyDictionary<LaneKey, Latency>> part) =>
    [
        "| route | plain p50, ms | YARP p50 above, ms | gateway p50 above, ms | over YARP's, x "
            + "| plain p99, ms | YARP p99 above, ms | gateway p99 above, ms |",
        "|---|---|---|---|---|---|---|---|",
        .. routes.Select(route => LatencyRow(route, [.. rounds.Select(round => Overhead.Of(route, part(round)))])),
    ];

    private static string LatencyRow(Route route, List<Overhead> rounds)
    {
        string Cell(Func<Overhead, double> figure, int digits = 3) =>
            Spread.Of([.. rounds.Select(figure)]).ToText(digits);
        return $"| {route.Name} | {Cell(it => it.Plain.P50)} | {Cell(it => it.Yarp.P50)} "
            + $"| {Cell(it => it.Gateway.P50)} | {Cell(it => it.Gateway.P50 / it.Yarp.P50, 1)} "
            + $"| {Cell(it => it.Plain.P99)} | {Cell(it => it.Yarp.P99)} | {Cell(it => it.Gateway.P99)} |";
    }

    private static IEnumerable<BudgetRow> Budgets(IReadOnlyList<StreamsRound> rounds)
    {
        Spread Slowest(Func<Overhead, double> figure) => Spread.Of(
            [.. rounds.Select(round => Routes.Streamed.Max(route => figure(Overhead.Of(route, round.FirstBytes))))]);
        return
        [
            new("first streamed byte above the upstream's, slowest route, p50", Slowest(it => it.Gateway.P50),
                FirstByteLimitMs, "ms", 3),
            new("the same, p99", Slowest(it => it.Gateway.P99), FirstByteLimitMs, "ms", 3),
        ];
    }
}
