using BedrockGateway.Bench.Results;
using BedrockGateway.Bench.Streams.Client;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>Resident sets, and what a stream adds to them.</summary>
internal static class MemoryTable
{
    public static IEnumerable<string> Of(IReadOnlyList<StreamsRound> rounds) =>
    [
        "| process | without, MiB | with, MiB | for each stream, KiB | of it live on the managed heap, KiB |",
        "|---|---|---|---|---|",
        Row(Targets.Yarp, rounds),
        Row(Targets.Gateway, rounds),
    ];

    private static string Row(string target, IReadOnlyList<StreamsRound> rounds)
    {
        string Cell(Func<MemoryFigures, double> figure) =>
            Spread.Of([.. rounds.Select(round => figure(round.Memory[target]))]).ToText(1);
        return $"| {target} | {Cell(its => its.IdleMiB)} | {Cell(its => its.BusyMiB)} "
            + $"| {Cell(its => its.StreamKiB)} | {Cell(its => its.LiveKiB)} |";
    }
}
