using System.Diagnostics;

namespace BedrockGateway.Bench.Streams.Client;

/// <summary>When a request and its reply went over a connection, in ticks of <see cref="Stopwatch"/>.</summary>
/// <param name="Sent">When the request was about to be written.</param>
/// <param name="Began">When the first byte of the reply's body was here.</param>
/// <param name="Ended">When all of it was.</param>
/// <param name="Bytes">How much it was, as it came.</param>
internal readonly record struct Exchange(long Sent, long Began, long Ended, long Bytes)
{
    public double WholeMs => Stopwatch.GetElapsedTime(Sent, Ended).TotalMilliseconds;

    public double FirstByteMs => Stopwatch.GetElapsedTime(Sent, Began).TotalMilliseconds;

    public double BodySeconds => Stopwatch.GetElapsedTime(Began, Ended).TotalSeconds;
}
