using System.Diagnostics;
using System.Net;

namespace BedrockGateway.Bench.Starts;

/// <summary>The whole local run, started with the command that a developer types.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    // "  Gateway       http://localhost:5080/prod/"
    private const string Announcement = "Gateway       ";

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

    /// <returns>How long it took until the gateway answered.</returns>
    /// <exception cref="BenchException">It ended before the gateway answered.</exception>
    public async Task<TimeSpan> WaitUntilUpAsync(CancellationToken cancellationToken)
    {
        var gateway = await ReadGatewayAsync(cancellationToken);
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

    private async Task<Uri> ReadGatewayAsync(CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.TrimStart().StartsWith(Announcement, StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new(line.TrimStart()[Announcement.Length..].Trim());
            }
        }

        throw new BenchException("The app host ended before the gateway answered.");
    }
}
