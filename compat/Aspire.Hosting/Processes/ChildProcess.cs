using System.Diagnostics;

namespace Aspire.Hosting.Processes;

/// <summary>What to start, completely resolved.</summary>
internal sealed record ProcessPlan(
    string FileName,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment);

/// <summary>A process of ours that never outlives us (see <see cref="Guard"/>).</summary>
internal sealed class ChildProcess : IDisposable
{
    // A grandchild may hold the pipes open after the child has gone; its output is not worth waiting for.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly TimeProvider _clock;
    private int _released;

    private ChildProcess(Process process, TimeProvider clock, Action<string, bool> onLine)
    {
        _process = process;
        _clock = clock;
        Exited = WaitAsync(
            PumpAsync(process.StandardOutput, line => onLine(line, false)),
            PumpAsync(process.StandardError, line => onLine(line, true)));
    }

    public int Id => _process.Id;

    /// <summary>Ends with the exit code, after the last line was handed over; 128 + n after signal n.</summary>
    public Task<int> Exited { get; }

    /// <exception cref="DistributedApplicationException">There is no such program or folder.</exception>
    public static ChildProcess Start(ProcessPlan plan, TimeProvider clock, Action<string, bool> onLine)
    {
        var program = ProgramPath.Find(plan);
        var start = new ProcessStartInfo
        {
            WorkingDirectory = plan.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Given to us, it says where the dashboard listens.
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in plan.Environment)
        {
            start.Environment[name] = value;
        }

        Guard.Apply(start, program, plan);
        return new(Process.Start(start)!, clock, onLine);
    }

    /// <summary>Asks the process to end (SIGTERM), and kills it and its children when it takes too long.</summary>
    public async Task StopAsync()
    {
        Release(childHasGone: false);
        await Task.WhenAny(Exited, Task.Delay(Guard.Grace + DrainTime, _clock));
        if (!Exited.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
        }

        await Exited;
    }

    public void Dispose()
    {
        Release(childHasGone: Exited.IsCompleted);
        _process.Dispose();
    }

    private static async Task PumpAsync(StreamReader reader, Action<string> onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            onLine(line);
        }
    }

    private async Task<int> WaitAsync(Task output, Task error)
    {
        await _process.WaitForExitAsync();
        Release(childHasGone: true);
        await Task.WhenAny(Task.WhenAll(output, error), Task.Delay(DrainTime, _clock));
        return _process.ExitCode;
    }

    private void Release(bool childHasGone)
    {
        if (Interlocked.Exchange(ref _released, 1) != 0)
        {
            return;
        }

        try
        {
            if (childHasGone)
            {
                _process.StandardInput.Write(Guard.ChildHasGone);
            }

            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The guard has ended already; there is nobody left to tell.
        }

        if (!childHasGone && !Guard.IsSupported)
        {
            _process.Kill(entireProcessTree: true);
        }
    }
}
