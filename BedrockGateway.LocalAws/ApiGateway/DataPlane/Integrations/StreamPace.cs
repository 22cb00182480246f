namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>How fast a streamed reply may be: 10 MB at any speed, what follows at 2 MB/s.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
/// </remarks>
internal sealed class StreamPace(TimeProvider clock)
{
    private const long FreeBytes = 10 * 1024 * 1024;

    private const double BytesPerSecond = 2 * 1024 * 1024;

    private long _limitedSince;

    /// <summary>Waits until more may be sent.</summary>
    public Task WaitAsync(long sentBytes, CancellationToken cancellationToken)
    {
        if (sentBytes <= FreeBytes)
        {
            return Task.CompletedTask;
        }

        if (_limitedSince == 0)
        {
            _limitedSince = clock.GetTimestamp();
        }

        var due = TimeSpan.FromSeconds((sentBytes - FreeBytes) / BytesPerSecond) - clock.GetElapsedTime(_limitedSince);
        return due > TimeSpan.Zero ? Task.Delay(due, clock, cancellationToken) : Task.CompletedTask;
    }
}
