using System.Diagnostics;
using BedrockGateway.Bench.Machine;
using BedrockGateway.Bench.Results;

namespace BedrockGateway.Bench.Functions;

/// <summary>Starts a function the way Lambda does, sends it events one after another, and ends it.</summary>
internal sealed class FunctionProcess(Uri upstream, int warmUpCalls, int calls)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(29);

    public async Task<FunctionRun> RunAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        using var api = new RuntimeApi();
        using var sink = new TelemetrySink();
        var payload = RuntimeApi.AnswerOf(candidate.Payload, TimeSpan.FromMinutes(15), TimeProvider.System);
        var start = StartInfo(candidate, api, sink);
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var log = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeLimit);
            var (polled, poll) = await api.WaitForPollAsync(limit.Token);
            var startMiB = ProcessMemory.PeakMiB(process.Id);

            var (first, reply) = await api.InvokeAsync(poll, payload, limit.Token);
            Check(candidate, reply);
            var warm = await WarmAsync(api, payload, limit.Token);
            return new(
                Stopwatch.GetElapsedTime(started, polled).TotalMilliseconds,
                first.TotalMilliseconds,
                Percentile.Of(warm, 50),
                Percentile.Of(warm, 99),
                startMiB,
                ProcessMemory.PeakMiB(process.Id));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill();
            throw new BenchException(
                $"{candidate.Name} did not poll or answer within {TimeLimit.TotalSeconds} s. It wrote: {await log}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private async Task<double[]> WarmAsync(RuntimeApi api, byte[] payload, CancellationToken cancellationToken)
    {
        var elapsed = new double[calls];
        for (var call = -warmUpCalls; call < calls; call++)
        {
            var (_, poll) = await api.WaitForPollAsync(cancellationToken);
            var (took, _) = await api.InvokeAsync(poll, payload, cancellationToken);
            if (call >= 0)
            {
                elapsed[call] = took.TotalMilliseconds;
            }
        }

        return elapsed;
    }

    private static void Check(Candidate candidate, RuntimeApi.Reply reply)
    {
        var isAnswered = reply.Path.EndsWith("/response", StringComparison.Ordinal)
            && (candidate.Name == Candidate.Floor || reply.Body.Contains("\"statusCode\":200", StringComparison.Ordinal));
        if (!isAnswered)
        {
            throw new BenchException($"{candidate.Name} answered {reply.Path} with {reply.Body}");
        }
    }

    private ProcessStartInfo StartInfo(Candidate candidate, RuntimeApi api, TelemetrySink sink)
    {
        // Lambda, too, reads what a function logs from a pipe.
        var start = new ProcessStartInfo(candidate.Program, candidate.Arguments) { RedirectStandardOutput = true };
        start.Environment.Clear();
        var telemetry = candidate.Exports ? sink.Environment : [];
        foreach (var (name, value) in FunctionEnvironment.For(api.Address, upstream).Concat(telemetry))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
