using System.Diagnostics;

namespace BedrockGateway.Bench.Starts;

/// <summary>LocalAws in a process of its own.</summary>
internal sealed class LocalAwsProcess : IAsyncDisposable
{
    private const string Announcement = "AWS_ENDPOINT_URL=";

    private readonly Process _process;

    private LocalAwsProcess(Process process, Uri endpoint, TimeSpan announcedAfter)
    {
        _process = process;
        Endpoint = endpoint;
        AnnouncedAfter = announcedAfter;
    }

    public Uri Endpoint { get; }

    /// <summary>From the start of the process to the line that says it answers.</summary>
    public TimeSpan AnnouncedAfter { get; }

    public static Task<string> PublishAsync(CancellationToken cancellationToken) => DotNet.PublishAsync(
        "local-aws",
        Repository.Project("BedrockGateway.LocalAws", "BedrockGateway.LocalAws.csproj"),
        cancellationToken,
        "--self-contained",
        "false");

    /// <exception cref="BenchException">It ended before it answered.</exception>
    public static async Task<LocalAwsProcess> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(
            new ProcessStartInfo(
                Path.Combine(folder, "BedrockGateway.LocalAws"), ["--port", "0", "--gateway-port", "0"])
            {
                RedirectStandardOutput = true,
            })!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.IndexOf(Announcement, StringComparison.Ordinal) is var start and >= 0)
            {
                var elapsed = Stopwatch.GetElapsedTime(started);
                // What it logs from here on is of no interest, but the pipe must not fill up.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new(process, new(line[(start + Announcement.Length)..].Trim()), elapsed);
            }
        }

        process.Dispose();
        throw new BenchException("LocalAws ended before it answered.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
