using BedrockGateway.Bench.Machine;
using BedrockGateway.Bench.Results;

namespace BedrockGateway.Bench.Starts;

/// <summary>How long a developer waits for the local gateway when nothing has changed since the last run.</summary>
internal sealed class AppHostBench(int rounds) : IBench
{
    private const double LimitSeconds = 6;

    public string Part => "app-host";

    public async Task<IEnumerable<string>> RunAsync(CancellationToken cancellationToken)
    {
        var machine = MachineText.Now(TimeProvider.System);
        var seconds = new List<double>();

        // The first one builds, and synthesizes the stack.
        for (var round = 0; round <= rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round} of {rounds} ...");
            await using var host = new AppHostProcess();
            var elapsed = await host.WaitUntilUpAsync(cancellationToken);
            if (round > 0)
            {
                seconds.Add(elapsed.TotalSeconds);
            }
        }

        return
        [
            $"{machine}. {rounds} starts of `dotnet run --project BedrockGateway.AppHost`.",
            string.Empty,
            .. BudgetRow.Table(
                [new("AppHost, command → gateway answers", Spread.Of(seconds), LimitSeconds, "s", 2)]),
        ];
    }
}
