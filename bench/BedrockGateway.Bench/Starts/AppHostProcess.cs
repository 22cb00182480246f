using System.Diagnostics;
using System.Net;

namespace BedrockGateway.Bench.Starts;

/// <summary>The whole local run, started with the command that a developer types.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    // "  Gateway       http://localhost:5080/prod/"
    // "  AWS endpoint  http://127.0.0.1:4566   (AWS_ENDPOINT_URL for any AWS SDK or CLI)"
    private const string GatewayLabel = "Gateway       ";
    private const string AwsLabel = "AWS endpoint  ";

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Process _process = Process.Start(
        new ProcessStartInfo(
            "dotnet",
            [
                "run", "--project", Repository.Project("BedrockGateway.AppHost"),
                "--", "--aws-port", "0", "--gateway-port", "0",
            ])
        {
            RedirectStandardOutput = true,
        })!;

    /// <summary>Where the gateway's stage is, with a slash at the end; known when it is up.</summary>
    public Uri? Gateway { get; private set; }

    /// <summary>Where LocalAws is; known when it is up.</summary>
    public Uri? Aws { get; private set; }

    /// <returns>How long it took until the gateway answered.</returns>
    /// <exception cref="BenchException">It ended before the gateway answered.</exception>
    public async Task<TimeSpan> WaitUntilUpAsync(CancellationToken cancellationToken)
    {
        var gateway = await ReadAddressesAsync(cancellationToken);
        using var http = new HttpClient();
        using var nothing = new StringContent("{}");
        using var refused = await http.PostAsync(new Uri(gateway, "login"), nothing, cancellationToken);
        return refused.StatusCode is HttpStatusCode.UnprocessableEntity
            ? Stopwatch.GetElapsedTime(_started)
            : throw new BenchException($"The gateway answered {(int)refused.StatusCode} instead of 422.");
    }

    // SIGTERM and not SIGKILL: the app host ends the functions that it started.
    public async ValueTask DisposeAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task<Uri> ReadAddressesAsync(CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            Gateway ??= AddressAfter(GatewayLabel, line);
            Aws ??= AddressAfter(AwsLabel, line);
            if (Gateway is not null && Aws is not null)
            {
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return Gateway;
            }
        }

        throw new BenchException("The app host ended before the gateway answered.");
    }

    private static Uri? AddressAfter(string label, string line) =>
        line.TrimStart().StartsWith(label, StringComparison.Ordinal)
            ? new(line.TrimStart()[label.Length..].Split(' ')[0])
            : null;
}
