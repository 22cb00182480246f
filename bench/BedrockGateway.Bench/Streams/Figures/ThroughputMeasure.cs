using BedrockGateway.Bench.Streams.Client;
using BedrockGateway.Bench.Streams.Servers;
using BedrockGateway.Bench.Streams.Upstream;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>How fast a stream goes through whose upstream is never the slower one, and what an event costs.</summary>
internal static class ThroughputMeasure
{
    public static async Task<IReadOnlyDictionary<LaneKey, ThroughputFigures>> RunAsync(
        Testbed bed, int events, CancellationToken cancellationToken)
    {
        using var lanes = new Lanes(bed, Routes.Streamed);
        await lanes.OpenAsync(cancellationToken);
        bed.Aws.Script = new FloodScript(events);
        var figures = new Dictionary<LaneKey, ThroughputFigures>();
        foreach (var lane in lanes.All)
        {
            // The first one compiles.
            await lane.SendAsync(begun: null, cancellationToken);
            var before = await AllocatedAsync(bed, lane, cancellationToken);
            var exchange = await lane.SendAsync(begun: null, cancellationToken);
            var after = await AllocatedAsync(bed, lane, cancellationToken);
            figures[lane.Key] = new(events / exchange.BodySeconds, (double?)(after - before) / events);
        }

        return figures;
    }

    private static async Task<long?> AllocatedAsync(Testbed bed, Lane lane, CancellationToken cancellationToken) =>
        lane.Key.Target == Targets.Plain
            ? null
            : await bed.ProcessOf(lane.Key.Target).Probe.AllocatedAsync(cancellationToken);
}
