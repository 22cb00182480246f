using System.Diagnostics;
using BedrockGateway.Bench.Machine;
using BedrockGateway.Bench.Results;

namespace BedrockGateway.Bench.Starts;

/// <summary>How long LocalAws takes until it serves.</summary>
internal sealed class LocalAwsBench(int rounds) : IBench
{
    private const double LimitMs = 250;

    public string Part => "local-aws";

    public async Task<IEnumerable<string>> RunAsync(CancellationToken cancellationToken)
    {
        var folder = await LocalAwsProcess.PublishAsync(cancellationToken);
        var machine = MachineText.Now(TimeProvider.System);
        var announced = new List<double>();
        var answered = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var aws = await LocalAwsProcess.StartAsync(folder, cancellationToken);
            await AskAsync(aws.Endpoint, cancellationToken);
            var reply = Stopwatch.GetElapsedTime(started);
            if (round > 0)
            {
                announced.Add(aws.AnnouncedAfter.TotalMilliseconds);
                answered.Add(reply.TotalMilliseconds);
            }
        }

        return
        [
            $"{machine}. {rounds} starts.",
            string.Empty,
            .. BudgetRow.Table(
            [
                new("LocalAws, start → ports open and said so", Spread.Of(announced), LimitMs, "ms", 0),
                new("LocalAws, start → first call answered", Spread.Of(answered), LimitMs, "ms", 0),
            ]),
        ];
    }

    // Any call will do; who asks for the caller's identity needs nothing to exist.
    private static async Task AskAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var question = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["Action"] = "GetCallerIdentity", ["Version"] = "2011-06-15" });
        using var reply = await http.PostAsync(endpoint, question, cancellationToken);
        reply.EnsureSuccessStatusCode();
    }
}
