using System.Diagnostics;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>The program as a process of its own.</summary>
internal sealed class ApiProcess : IDisposable
{
    private readonly Process _process;

    private ApiProcess(Process process) => _process = process;

    public static ApiProcess Start(Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BedrockGateway.Api.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>The first line that it writes which contains a text.</summary>
    public async Task<string> LineAsync(string part)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        while (await _process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The process ended without writing '{part}'.");
    }

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        Dictionary<string, string> environment)
    {
        using var run = Start(environment);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        var output = run._process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = run._process.StandardError.ReadToEndAsync(timeout.Token);
        await run._process.WaitForExitAsync(timeout.Token);
        return (run._process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
