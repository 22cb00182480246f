using System.Diagnostics;
using BedrockGateway.Bench.Machine;

namespace BedrockGateway.Bench.Streams.Servers;

/// <summary>A web server in a process of its own, with the probe in it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    // Whether plain or in a line of JSON, what follows the address is no part of it.
    private const string Announcement = "Now listening on: ";

    private readonly string _program;
    private readonly Process _process;
    private Uri? _address;

    public ServerProcess(string program, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, ["--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        start.Environment.Clear();
        foreach (var (name, value) in environment.Concat(Probe.Environment))
        {
            start.Environment[name] = value;
        }

        _program = program;
        _process = Process.Start(start)!;
    }

    public Uri Address => _address ?? throw new InvalidOperationException("Not before it listens.");

    public ProbeClient Probe { get; } = new();

    /// <summary>What it occupies now.</summary>
    public double ResidentMiB => ProcessMemory.ResidentMiB(_process.Id);

    /// <exception cref="BenchException">It ended before it listened.</exception>
    public async Task WaitUntilUpAsync(CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.IndexOf(Announcement, StringComparison.Ordinal) is var found and >= 0)
            {
                // What it logs from here on is of no interest, but the pipe must not fill up.
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                _address = new(line[(found + Announcement.Length)..].Split('"')[0].Trim());
                return;
            }
        }

        throw new BenchException($"{_program} ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        Probe.Forget();
    }
}
