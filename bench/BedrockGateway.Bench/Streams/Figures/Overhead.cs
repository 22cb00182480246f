using BedrockGateway.Bench.Results;
using BedrockGateway.Bench.Streams.Client;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>What a route takes beyond the plain call of Bedrock that it comes to, in one round.</summary>
/// <param name="Plain">The plain call.</param>
/// <param name="Yarp">What YARP adds to it.</param>
/// <param name="Gateway">What the gateway's route adds to it.</param>
internal sealed record Overhead(Latency Plain, Latency Yarp, Latency Gateway)
{
    public static Overhead Of(Route route, IReadOnlyDictionary<LaneKey, Latency> figures)
    {
        var plain = figures[new(Targets.Plain, route.Call.Path)];
        return new(
            plain,
            figures[new(Targets.Yarp, route.Call.Path)].Above(plain),
            figures[new(Targets.Gateway, route.Name)].Above(plain));
    }
}
