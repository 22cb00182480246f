using BedrockGateway.Bench.Results;
using BedrockGateway.Bench.Streams.Client;
using BedrockGateway.Bench.Streams.Servers;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>How long requests take whose replies are no streams.</summary>
internal static class RequestMeasure
{
    public static async Task<IReadOnlyDictionary<LaneKey, Latency>> RunAsync(
        Testbed bed, Interleaved interleaved, CancellationToken cancellationToken)
    {
        using var lanes = new Lanes(bed, Routes.Whole);
        await lanes.OpenAsync(cancellationToken);
        var measured = await interleaved.RunAsync(lanes.All, async lane =>
        {
            var exchange = await lane.SendAsync(begun: null, cancellationToken);
            return exchange.WholeMs;
        });
        return measured.ToDictionary(entry => entry.Key, entry => Latency.Of(entry.Value));
    }
}
