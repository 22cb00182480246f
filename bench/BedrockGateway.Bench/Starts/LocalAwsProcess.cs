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

    public static Task<string> PublishAsync(CancellationToken cancellationToken) =>
        PublishAsync("local-aws", "--self-contained=false", cancellationToken);

    /// <summary>The native executable of the container image.</summary>
    public static Task<string> PublishNativeAsync(CancellationToken cancellationToken) =>
        PublishAsync("local-aws-native", "-p:PublishAot=true", cancellationToken);

    /// <param name="folder">Where it was published.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="arguments">Beside those of the ports.</param>
    /// <exception cref="BenchException">It ended before it answered.</exception>
    public static async Task<LocalAwsProcess> StartAsync(
        string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(
            new ProcessStartInfo(
                Path.Combine(folder, "BedrockGateway.LocalAws"), ["--port", "0", "--gateway-port", "0", .. arguments])
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

    private static Task<string> PublishAsync(string name, string kind, CancellationToken cancellationToken) =>
        DotNet.PublishAsync(
            name,
            Repository.Project("BedrockGateway.LocalAws", "BedrockGateway.LocalAws.csproj"),
            cancellationToken,
            kind);
}
