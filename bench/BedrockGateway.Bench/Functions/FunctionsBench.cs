using BedrockGateway.Bench.Machine;
using BedrockGateway.Bench.Starts;

namespace BedrockGateway.Bench.Functions;

/// <summary>Measures the functions in turn, so that a machine that slows down slows all of them down.</summary>
internal sealed class FunctionsBench(int rounds, int calls) : IBench
{
    // As many again, so that tiered compilation has settled in the managed function.
    private int WarmUpCalls => calls;

    public string Part => "functions";

    public async Task<IEnumerable<string>> RunAsync(CancellationToken cancellationToken)
    {
        var candidates = Candidate.From(await Packages.PublishAsync(cancellationToken));
        await using var aws = await LocalAwsProcess.StartAsync(
            await LocalAwsProcess.PublishAsync(cancellationToken), cancellationToken);
        var machine = MachineText.Now(TimeProvider.System);
        var process = new FunctionProcess(aws.Endpoint, WarmUpCalls, calls);

        // The first round reads everything into the page cache and warms the upstream.
        var runs = candidates.ToDictionary(candidate => candidate.Name, _ => new List<FunctionRun>());
        for (var round = 0; round <= rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round} of {rounds} ...");
            foreach (var candidate in candidates)
            {
                var run = await process.RunAsync(candidate, cancellationToken);
                if (round > 0)
                {
                    runs[candidate.Name].Add(run);
                }
            }
        }

        return
        [
            $"{machine}. {rounds} rounds, each starts every function once: {WarmUpCalls} invocations to warm up, "
                + $"then {calls} that count, one after another.",
            string.Empty,
            .. FunctionsTable.Of(runs),
        ];
    }
}
