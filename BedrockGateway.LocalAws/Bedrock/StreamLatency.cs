namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>How long a stream takes, from when it is asked for.</summary>
internal sealed class StreamLatency(TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();

    /// <summary>Milliseconds to the first step.</summary>
    public long? FirstMs { get; private set; }

    /// <summary>Milliseconds so far.</summary>
    public long WholeMs => (long)clock.GetElapsedTime(_started).TotalMilliseconds;

    public void Step() => FirstMs ??= WholeMs;
}
