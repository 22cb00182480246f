using System.Security.Cryptography;
using System.Text;

namespace BedrockGateway.LocalAws.Tests.Clients;

/// <summary>A lock between test processes, for work that one of them does for all.</summary>
internal sealed class FileLock : IAsyncDisposable
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Waits until no other process holds the lock of this name.</summary>
    public static async Task<FileLock> AcquireAsync(string name, CancellationToken cancellationToken)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"bedrock-gateway-{digest}.lock");
        while (true)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                await Task.Delay(BetweenAttempts, TimeProvider.System, cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
