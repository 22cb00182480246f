using System.Diagnostics;

namespace BedrockGateway.LocalAws.Tests.Storage;

/// <summary>The emulator as a program on a folder, which a test kills.</summary>
internal sealed class KilledProcess : IDisposable
{
    private const string Announcement = "AWS_ENDPOINT_URL=";

    private readonly Process _process;

    private KilledProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <exception cref="InvalidOperationException">It did not start; the message is what it wrote.</exception>
    public static async Task<KilledProcess> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "BedrockGateway.LocalAws.dll");
        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", program, "--port", "0", "--gateway-port", "0", "--bootstrapped", "false", "--data", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // It lives for a second: what pays off later never does.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        var process = Process.Start(start)!;
        try
        {
            var endpoint = await ReadEndpointAsync(process, cancellationToken);
            // Nobody reads what it logs; a full pipe would hold it.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new(process, endpoint);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Kills it with SIGKILL, and returns when it is gone.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task<Uri> ReadEndpointAsync(Process process, CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            var found = line.IndexOf(Announcement, StringComparison.Ordinal);
            if (found >= 0)
            {
                return new(line[(found + Announcement.Length)..]);
            }
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(cancellationToken));
    }
}
