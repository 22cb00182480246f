using System.Text;

namespace BedrockGateway.Bench.Streams.Long;

/// <summary>LocalAws's Bedrock, told to take its time.</summary>
internal static class SlowBedrock
{
    /// <param name="aws">Where LocalAws is.</param>
    /// <param name="pace">How long it waits before each event of a stream.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task SetAsync(Uri aws, TimeSpan pace, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var rule = new StringContent(
            $$"""
            {"service":"bedrock-runtime","operation":"ConverseStream","eventLatencyMs":{{pace.TotalMilliseconds:0}}}
            """,
            Encoding.UTF8,
            "application/json");
        using var reply = await http.PostAsync(new Uri(aws, "_local/faults"), rule, cancellationToken);
        reply.EnsureSuccessStatusCode();
    }
}
