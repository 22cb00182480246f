using System.Diagnostics;

namespace BedrockGateway.LocalAws.Running;

/// <summary>The process of a deployed function, with its lines under the function's name.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private RunningFunction(Process process, string revision, string folder)
    {
        _process = process;
        _folder = folder;
        Revision = revision;
    }

    /// <summary>Which state of the function it runs.</summary>
    public string Revision { get; }

    public int Id => _process.Id;

    /// <summary>Exit code of a process that has ended by itself; <see langword="null"/> while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <exception cref="System.ComponentModel.Win32Exception">The file cannot be run on this machine.</exception>
    public static RunningFunction Start(string name, string revision, FunctionCommand command, TextWriter output)
    {
        void Write(string? line)
        {
            if (line is not null)
            {
                output.WriteLine($"[{name}] {line}");
            }
        }

        var process = new Process { StartInfo = command.ToStartInfo() };
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        try
        {
            process.Start();
        }
        catch
        {
            process.Dispose();
            throw;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, revision, command.Folder);
    }

    /// <summary>Ends it, without notice as Lambda does, and removes its unpacked package.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        FunctionFolder.Remove(_folder);
    }
}
