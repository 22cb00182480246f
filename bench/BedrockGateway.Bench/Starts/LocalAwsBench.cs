using System.Diagnostics;
using BedrockGateway.Bench.Machine;
using BedrockGateway.Bench.Results;

namespace BedrockGateway.Bench.Starts;

/// <summary>
/// How long LocalAws takes until it serves: as a program, and as in its image, with and without state.
/// </summary>
internal sealed class LocalAwsBench(int rounds) : IBench
{
    private const double LimitMs = 250;

    // What the image may take.
    private const double ImageLimitMs = 1_000;

    public string Part => "local-aws";

    public async Task<IEnumerable<string>> RunAsync(CancellationToken cancellationToken)
    {
        var program = await LocalAwsProcess.PublishAsync(cancellationToken);
        var native = await LocalAwsProcess.PublishNativeAsync(cancellationToken);
        var state = Directory.CreateTempSubdirectory("bench-state-");
        try
        {
            var machine = MachineText.Now(TimeProvider.System);
            Candidate[] candidates =
            [
                new("LocalAws", program, [], LimitMs),
                new("LocalAws with `--data`", program, ["--data", Path.Combine(state.FullName, "program")], LimitMs),
                new("native", native, [], ImageLimitMs),
                new("native with `--data`", native, ["--data", Path.Combine(state.FullName, "native")], ImageLimitMs),
            ];
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var candidate in candidates)
                {
                    await StartAsync(candidate, counts: round > 0, cancellationToken);
                }
            }

            var rows = candidates.SelectMany(candidate => candidate.Rows());
            return [$"{machine}. {rounds} starts of each.", string.Empty, .. BudgetRow.Table(rows)];
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }

    private static async Task StartAsync(Candidate candidate, bool counts, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var aws = await LocalAwsProcess.StartAsync(
            candidate.Folder, cancellationToken, candidate.Arguments);
        await AskAsync(aws.Endpoint, cancellationToken);
        var reply = Stopwatch.GetElapsedTime(started);
        if (counts)
        {
            candidate.Announced.Add(aws.AnnouncedAfter.TotalMilliseconds);
            candidate.Answered.Add(reply.TotalMilliseconds);
        }
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

    private sealed record Candidate(string Name, string Folder, string[] Arguments, double LimitMs)
    {
        public List<double> Announced { get; } = [];

        public List<double> Answered { get; } = [];

        public IEnumerable<BudgetRow> Rows() =>
        [
            new($"{Name}, start → ports open and said so", Spread.Of(Announced), LimitMs, "ms", 0),
            new($"{Name}, start → first call answered", Spread.Of(Answered), LimitMs, "ms", 0),
        ];
    }
}
