using System.Collections.Concurrent;
using System.Diagnostics;

namespace BedrockGateway.Deploy.Tests;

/// <summary>The emulator's program as <c>functions --start</c>, in a process of its own.</summary>
internal sealed class RunningFunctions : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private RunningFunctions(Process process) => _process = process;

    public string Output => string.Join('\n', _lines);

    public static RunningFunctions Start(Account account)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "BedrockGateway.LocalAws.dll");
        var start = new ProcessStartInfo(DotNet.Path, [program, "functions", "--start"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in ClientEnvironment.For(account.Aws, []))
        {
            start.Environment[name] = value;
        }

        var running = new RunningFunctions(new Process { StartInfo = start });
        running._process.OutputDataReceived += (_, line) => running.Keep(line.Data);
        running._process.ErrorDataReceived += (_, line) => running.Keep(line.Data);
        running._process.Start();
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Ends the program as a service manager does, and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync(CancellationToken.None);
        }

        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience, CancellationToken.None);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
