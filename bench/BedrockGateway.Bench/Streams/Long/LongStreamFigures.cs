using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BedrockGateway.Bench.Streams.Long;

/// <summary>How a stream came.</summary>
/// <param name="Events">Events that had text.</param>
/// <param name="Whole">From the first of them to the last.</param>
/// <param name="LongestWait">Longest time between two of them.</param>
/// <param name="Ending">Why the model ended, and the last line of the stream.</param>
internal sealed record LongStreamFigures(int Events, TimeSpan Whole, TimeSpan LongestWait, string Ending)
{
    private const string Prefix = "data: ";

    /// <exception cref="BenchException">There was no event.</exception>
    public static async Task<LongStreamFigures> ReadAsync(
        HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        var arrivals = new List<long>();
        var (reason, last) = ("no reason", "nothing");
        using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            last = line[Prefix.Length..];
            var choice = last.StartsWith('{') ? JsonNode.Parse(last)?["choices"]?[0] : null;
            reason = (string?)choice?["finish_reason"] ?? reason;
            if ((string?)choice?["delta"]?["content"] is { Length: > 0 })
            {
                arrivals.Add(Stopwatch.GetTimestamp());
            }
        }

        return arrivals is [var first, .., var end]
            ? new(
                arrivals.Count,
                Stopwatch.GetElapsedTime(first, end),
                arrivals.Zip(arrivals.Skip(1), Stopwatch.GetElapsedTime).Max(),
                $"{reason}, {last}")
            : throw new BenchException($"The stream had no events, but ended with {reason}, {last}.");
    }
}
