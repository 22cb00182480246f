using BedrockGateway.Bench.Streams.Client;
using BedrockGateway.Bench.Streams.Servers;
using BedrockGateway.Bench.Streams.Upstream;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>What open streams occupy whose upstream is silent after the first piece of text.</summary>
internal static class MemoryMeasure
{
    private const int WarmUpCalls = 50;
    private const double KiB = 1024;

    public static async Task<IReadOnlyDictionary<string, MemoryFigures>> RunAsync(
        Testbed bed, int streams, CancellationToken cancellationToken) => new Dictionary<string, MemoryFigures>
        {
            [Targets.Yarp] = await RunAsync(
                bed, () => bed.LaneTo(Routes.Chat.Call, Targets.Yarp), streams, cancellationToken),
            [Targets.Gateway] = await RunAsync(bed, () => bed.LaneTo(Routes.Chat), streams, cancellationToken),
        };

    private static async Task<MemoryFigures> RunAsync(
        Testbed bed, Func<Lane> newLane, int streams, CancellationToken cancellationToken)
    {
        var process = bed.ProcessOf(await WarmUpAsync(bed, newLane, cancellationToken));
        var script = new HeldScript();
        bed.Aws.Script = script;
        var (idleLive, idleMiB) = (await process.Probe.LiveAsync(cancellationToken), process.ResidentMiB);
        var open = new List<(Lane Lane, Task Exchange)>();
        try
        {
            for (var stream = 0; stream < streams; stream++)
            {
                var lane = newLane();
                open.Add((lane, await BeginAsync(lane, cancellationToken)));
            }

            var (busyMiB, busyLive) = (process.ResidentMiB, await process.Probe.LiveAsync(cancellationToken));
            script.Release();
            await Task.WhenAll(open.Select(stream => stream.Exchange));
            return new(
                idleMiB, busyMiB, (busyMiB - idleMiB) * KiB / streams, (busyLive - idleLive) / KiB / streams);
        }
        finally
        {
            open.ForEach(stream => stream.Lane.Dispose());
        }
    }

    private static async Task<string> WarmUpAsync(Testbed bed, Func<Lane> newLane, CancellationToken cancellationToken)
    {
        bed.Aws.Script = new FloodScript(0);
        using var lane = newLane();
        await lane.OpenAsync(cancellationToken);
        for (var call = 0; call < WarmUpCalls; call++)
        {
            await lane.SendAsync(begun: null, cancellationToken);
        }

        return lane.Key.Target;
    }

    /// <returns>The exchange, when its first byte is here.</returns>
    private static async Task<Task> BeginAsync(Lane lane, CancellationToken cancellationToken)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await lane.OpenAsync(cancellationToken);
        var exchange = lane.SendAsync(begun.SetResult, cancellationToken);
        await Task.WhenAny(begun.Task, exchange);
        return exchange;
    }
}
