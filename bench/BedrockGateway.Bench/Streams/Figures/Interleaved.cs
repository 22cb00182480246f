using BedrockGateway.Bench.Streams.Client;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>A few requests on each lane in turn, so that a machine that slows down slows all of them down.</summary>
internal sealed class Interleaved(int warmUpCalls, int calls)
{
    private const int CallsInTurn = 10;

    /// <returns>What was measured after the warm-up, by lane.</returns>
    public async Task<IReadOnlyDictionary<LaneKey, List<T>>> RunAsync<T>(
        IReadOnlyList<Lane> lanes, Func<Lane, Task<T>> measure)
    {
        var measured = lanes.ToDictionary(lane => lane.Key, _ => new List<T>(calls));
        for (var call = -warmUpCalls; call < calls; call += CallsInTurn)
        {
            foreach (var lane in lanes)
            {
                for (var turn = 0; turn < CallsInTurn; turn++)
                {
                    var figure = await measure(lane);
                    if (call >= 0)
                    {
                        measured[lane.Key].Add(figure);
                    }
                }
            }
        }

        return measured;
    }
}
