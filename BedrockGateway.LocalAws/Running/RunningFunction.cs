using System.Diagnostics;
using System.Runtime.InteropServices;
using BedrockGateway.LocalAws.Lambda.Deployed;

namespace BedrockGateway.LocalAws.Running;

/// <summary>The process of a deployed function, with its lines under the function's name.</summary>
internal sealed partial class RunningFunction : IAsyncDisposable
{
    private const int Sigterm = 15;

    // What it has in hand may take as long as API Gateway waits for a reply.
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(29);

    private readonly Process _process;
    private readonly FunctionLogSender _log;
    private readonly string _folder;

    private RunningFunction(Process process, FunctionLogSender log, string revision, string folder)
    {
        _process = process;
        _log = log;
        _folder = folder;
        Revision = revision;
    }

    /// <summary>Which state of the function it runs.</summary>
    public string Revision { get; }

    public int Id => _process.Id;

    /// <summary>Exit code of a process that has ended by itself; <see langword="null"/> while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <param name="function">The function.</param>
    /// <param name="command">What to run.</param>
    /// <param name="output">Where its lines are printed.</param>
    /// <param name="client">The emulator, which shows them too.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The file cannot be run on this machine.</exception>
    public static RunningFunction Start(
        DeployedFunction function, FunctionCommand command, TextWriter output, DeployedFunctionsClient client)
    {
        var process = new Process { StartInfo = command.ToStartInfo() };
        try
        {
            process.Start();
        }
        catch
        {
            process.Dispose();
            throw;
        }

        var log = new FunctionLogSender(client, function.Name);
        void Write(string? line)
        {
            if (line is not null)
            {
                output.WriteLine($"[{function.Name}] {line}");
                log.Write(line);
            }
        }

        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, log, function.Revision, command.Folder);
    }

    /// <summary>Lets it finish what it has in hand, ends it, and removes its unpacked package.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await TerminateAsync();
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        await _log.DisposeAsync();
        FunctionFolder.Remove(_folder);
    }

    // Windows has no SIGTERM, so that a process there is killed at once.
    private async Task TerminateAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var drained = new CancellationTokenSource(DrainTimeout);
        try
        {
            _ = Kill(Id, Sigterm);
            await _process.WaitForExitAsync(drained.Token);
        }
        catch (OperationCanceledException)
        {
            // It has not ended in time, and is killed.
        }
    }

    // A container has no "kill" to start. It fails where the process has ended, which is what it is for.
    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
