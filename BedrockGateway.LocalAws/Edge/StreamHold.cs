namespace BedrockGateway.LocalAws.Edge;

/// <summary>What holds back the streams of one rule; once released it holds none any more.</summary>
internal sealed class StreamHold
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>How many streams wait now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void Release() => _released.TrySetResult();

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _released.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
