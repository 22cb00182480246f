using BedrockGateway.Bench.Streams.Servers;

namespace BedrockGateway.Bench.Streams.Client;

/// <summary>
/// A lane for each of some routes; for each of Bedrock's operations behind them one that is plain, and one over YARP.
/// </summary>
internal sealed class Lanes(Testbed bed, IReadOnlyList<Route> routes) : IDisposable
{
    public IReadOnlyList<Lane> All { get; } =
    [
        .. routes.Select(route => route.Call).Distinct().SelectMany(
            call => new[] { bed.LaneTo(call, Targets.Plain), bed.LaneTo(call, Targets.Yarp) }),
        .. routes.Select(bed.LaneTo),
    ];

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        foreach (var lane in All)
        {
            await lane.OpenAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        foreach (var lane in All)
        {
            lane.Dispose();
        }
    }
}
