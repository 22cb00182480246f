using System.Globalization;
using BedrockGateway.Bench.Machine;
using BedrockGateway.Bench.Starts;

namespace BedrockGateway.Bench.Streams.Long;

/// <summary>
/// Whether a stream of minutes comes through the whole local gateway as it was written: LocalAws's Bedrock writes an
/// event a second, the function <c>models</c> translates it, and LocalAws's API Gateway passes it on.
/// </summary>
internal sealed class LongStreamBench(int minutes) : IBench
{
    // What LocalAws's Bedrock puts into one event.
    private const int TokensOfEvent = 2;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public string Part => "long-stream";

    public async Task<IEnumerable<string>> RunAsync(CancellationToken cancellationToken)
    {
        await using var host = new AppHostProcess();
        await host.WaitUntilUpAsync(cancellationToken);
        var machine = MachineText.Now(TimeProvider.System);
        var events = (int)(minutes * TimeSpan.FromMinutes(1) / Pace);
        using var member = new Member(host.Gateway!);
        await member.EnrolAsync(cancellationToken);
        await SlowBedrock.SetAsync(host.Aws!, Pace, cancellationToken);
        await Console.Error.WriteLineAsync($"A stream of {minutes} minutes ...");
        using var reply = await member.OpenChatAsync($"Write {events * TokensOfEvent} tokens.", cancellationToken);
        var figures = await LongStreamFigures.ReadAsync(reply, cancellationToken);
        return
        [
            $"{machine}. POST /v1/chat/completions through API Gateway and function as LocalAws runs them.",
            string.Empty,
            "| events with text, written | came | time, s | longest wait for one beyond its second, ms | ended with |",
            "|---|---|---|---|---|",
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {events} | {figures.Events} | {figures.Whole.TotalSeconds:F1} "
                    + $"| {(figures.LongestWait - Pace).TotalMilliseconds:F0} | {figures.Ending} |"),
        ];
    }
}
