using BedrockGateway.Bench.Machine;
using BedrockGateway.Bench.Streams.Figures;
using BedrockGateway.Bench.Streams.Servers;
using BedrockGateway.Bench.Streams.Upstream;

namespace BedrockGateway.Bench.Streams;

/// <summary>What the API on Kestrel adds to calls of models, beside a forwarder that only forwards.</summary>
internal sealed class StreamsBench(int rounds) : IBench
{
    private const int Calls = 1000;
    private const int Events = 100_000;
    private const int OpenStreams = 200;

    // Tiered compilation has settled after some eight hundred calls of each route.
    private const int WarmUpCalls = 1000;

    public string Part => "streams";

    public async Task<IEnumerable<string>> RunAsync(CancellationToken cancellationToken)
    {
        var packages = await ServerPackages.PublishAsync(cancellationToken);
        var machine = MachineText.Now(TimeProvider.System);
        using var aws = new FakeAws();

        // The first round reads everything into the page cache, and warms client and upstream.
        var results = new List<StreamsRound>();
        for (var round = 0; round <= rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round} of {rounds} ...");
            var result = await RunRoundAsync(aws, packages, cancellationToken);
            if (round > 0)
            {
                results.Add(result);
            }
        }

        return
        [
            $"{machine}. {rounds} rounds with fresh processes. For each route {WarmUpCalls} calls to warm up, then "
                + $"{Calls} that count, one at a time and in turn with all others.",
            string.Empty,
            .. StreamsTables.Of(results, Events, OpenStreams),
        ];
    }

    private static async Task<StreamsRound> RunRoundAsync(
        FakeAws aws, ServerPackages packages, CancellationToken cancellationToken)
    {
        await using var bed = new Testbed(aws, packages);
        await bed.WaitUntilUpAsync(cancellationToken);
        var memory = await MemoryMeasure.RunAsync(bed, OpenStreams, cancellationToken);
        var interleaved = new Interleaved(WarmUpCalls, Calls);
        var requests = await RequestMeasure.RunAsync(bed, interleaved, cancellationToken);
        var (firstBytes, passedOn) = await FirstByteMeasure.RunAsync(bed, interleaved, cancellationToken);
        var throughput = await ThroughputMeasure.RunAsync(bed, Events, cancellationToken);
        return new(memory, requests, firstBytes, passedOn, throughput);
    }
}
