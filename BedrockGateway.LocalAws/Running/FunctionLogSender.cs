using System.Threading.Channels;

namespace BedrockGateway.LocalAws.Running;

/// <summary>Sends what a function's process writes to the emulator, whose page shows it.</summary>
internal sealed class FunctionLogSender : IAsyncDisposable
{
    private const int MaxWaitingLines = 500;

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MaxWaitingLines) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Task _sending;

    public FunctionLogSender(DeployedFunctionsClient client, string function) =>
        _sending = SendAsync(client, function);

    /// <summary>Never waits; what the emulator does not take in time is left out.</summary>
    public void Write(string line) => _lines.Writer.TryWrite(line);

    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _sending;
    }

    private async Task SendAsync(DeployedFunctionsClient client, string function)
    {
        while (await _lines.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<string>();
            while (_lines.Reader.TryRead(out var line))
            {
                batch.Add(line);
            }

            if (!await client.TrySendLogAsync(function, batch))
            {
                return;
            }
        }
    }
}
