using System.Diagnostics;
using BedrockGateway.Bench.Results;
using BedrockGateway.Bench.Streams.Client;
using BedrockGateway.Bench.Streams.Servers;
using BedrockGateway.Bench.Streams.Upstream;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>
/// How long the first byte of a stream takes: the upstream writes up to the first piece of text, and holds the rest
/// back until the client has a byte of it.
/// </summary>
internal static class FirstByteMeasure
{
    /// <returns>From the request, and from the upstream's own first byte.</returns>
    public static async Task<(
        IReadOnlyDictionary<LaneKey, Latency> FirstBytes, IReadOnlyDictionary<LaneKey, Latency> PassedOn)> RunAsync(
        Testbed bed, Interleaved interleaved, CancellationToken cancellationToken)
    {
        using var lanes = new Lanes(bed, Routes.Streamed);
        await lanes.OpenAsync(cancellationToken);
        var measured = await interleaved.RunAsync(lanes.All, async lane =>
        {
            var script = new HeldScript();
            bed.Aws.Script = script;
            var exchange = await lane.SendAsync(script.Release, cancellationToken);
            var passedOn = Stopwatch.GetElapsedTime(script.Began, exchange.Began);
            return (exchange.FirstByteMs, PassedOnMs: passedOn.TotalMilliseconds);
        });
        return (
            measured.ToDictionary(
                entry => entry.Key, entry => Latency.Of([.. entry.Value.Select(figure => figure.FirstByteMs)])),
            measured.ToDictionary(
                entry => entry.Key, entry => Latency.Of([.. entry.Value.Select(figure => figure.PassedOnMs)])));
    }
}
