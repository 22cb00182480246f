using BedrockGateway.Bench.Results;
using BedrockGateway.Bench.Streams.Client;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>Events in a second, and bytes for each.</summary>
internal static class ThroughputTable
{
    private const double Thousand = 1000;

    public static IEnumerable<string> Of(IReadOnlyList<StreamsRound> rounds) =>
    [
        "| route | plain, 1,000 events/s | YARP, 1,000 events/s | gateway, 1,000 events/s | of YARP's, x "
            + "| YARP, bytes/event | gateway, bytes/event |",
        "|---|---|---|---|---|---|---|",
        .. Routes.Streamed.Select(route => Row(route, rounds)),
    ];

    private static string Row(Route route, IReadOnlyList<StreamsRound> rounds)
    {
        var (plain, yarp, gateway) = (
            Of(Targets.Plain, route.Call.Path), Of(Targets.Yarp, route.Call.Path), Of(Targets.Gateway, route.Name));
        var ratio = gateway.Zip(yarp, (its, other) => its.EventsPerSecond / other.EventsPerSecond);
        return $"| {route.Name} | {Speed(plain)} | {Speed(yarp)} | {Speed(gateway)} | {Text(ratio, 2)} "
            + $"| {Text(yarp.Select(its => its.BytesPerEvent ?? 0), 0)} "
            + $"| {Text(gateway.Select(its => its.BytesPerEvent ?? 0), 0)} |";

        List<ThroughputFigures> Of(string target, string what) =>
            [.. rounds.Select(round => round.Throughput[new(target, what)])];
    }

    private static string Speed(IEnumerable<ThroughputFigures> rounds) =>
        Text(rounds.Select(its => its.EventsPerSecond / Thousand), 0);

    private static string Text(IEnumerable<double> values, int digits) => Spread.Of([.. values]).ToText(digits);
}
