using System.Diagnostics;

namespace BedrockGateway.Bench.Streams.Upstream;

/// <summary>Writes everything up to the first piece of text, and the rest when it is told to.</summary>
internal sealed class HeldScript : IStreamScript
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When the last stream began.</summary>
    public long Began { get; private set; }

    public void Release() => _released.TrySetResult();

    public async Task WriteAsync(Stream connection, StreamBytes bytes)
    {
        Began = Stopwatch.GetTimestamp();
        await connection.WriteAsync(bytes.Opening);
        await _released.Task;
        await connection.WriteAsync(bytes.Closing);
    }
}
