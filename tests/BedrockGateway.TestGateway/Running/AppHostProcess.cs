using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BedrockGateway.AppHost;

namespace BedrockGateway.TestGateway.Running;

/// <summary>An app host as a process of its own, and everything that it writes.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _exited;

    private AppHostProcess(Process process)
    {
        _process = process;
        Session = new(process.Id);
        _exited = WaitAsync();
    }

    /// <summary>The host and its children, on Linux.</summary>
    public ProcessSession Session { get; }

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="arguments">What follows <c>dotnet BedrockGateway.AppHost.dll --no-dashboard</c>.</param>
    /// <param name="environment">Variables that differ from ours.</param>
    public static AppHostProcess Start(
        IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
        => StartWithDashboard([CommandLine.NoDashboard, .. arguments], environment);

    /// <param name="arguments">What follows <c>dotnet BedrockGateway.AppHost.dll</c>.</param>
    /// <param name="environment">Variables that differ from ours.</param>
    public static AppHostProcess StartWithDashboard(
        IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        string[] command = [DotNet(), typeof(ResourceNames).Assembly.Location, .. arguments];
        if (OperatingSystem.IsLinux())
        {
            // A session of its own tells its processes from all others. A shell that started the tests in the
            // background has made them ignore SIGINT, which they would pass on.
            command = ["setsid", "/usr/bin/env", "--default-signal=INT,QUIT", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment.Prepend(("DOTNET_ENVIRONMENT", "Development")))
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Waits until the table of addresses is printed whole.</summary>
    /// <param name="patience">How long that may take; <see langword="null"/> for a minute.</param>
    /// <exception cref="InvalidOperationException">The host has ended instead.</exception>
    public async Task UntilUpAsync(TimeSpan? patience = null)
    {
        await Task.WhenAny(_up.Task, _exited).WaitAsync(patience ?? Patience, Token);
        if (!_up.Task.IsCompleted)
        {
            throw new InvalidOperationException($"The app host has ended.\n{Output}\n{Errors}");
        }
    }

    /// <returns>The exit code, once all that was written is read.</returns>
    public Task<int> UntilExitAsync() => _exited.WaitAsync(Patience, Token);

    /// <param name="signal">Such as <c>INT</c>.</param>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token).WaitAsync(Patience, Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            if (OperatingSystem.IsLinux())
            {
                Session.Kill();
            }

            _process.Kill(entireProcessTree: true);
        }

        await _exited.WaitAsync(Patience, CancellationToken.None);
        _process.Dispose();
    }

    /// <summary>The <c>dotnet</c> of the runtime that we run on, which need not be the one on the PATH.</summary>
    private static string DotNet() =>
        // <root>/shared/Microsoft.NETCore.App/<version>/
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    private async Task<int> WaitAsync()
    {
        await Task.WhenAll(PumpAsync(_process.StandardOutput, _output), PumpAsync(_process.StandardError, _errors));
        await _process.WaitForExitAsync(CancellationToken.None);
        return _process.ExitCode;
    }

    private async Task PumpAsync(StreamReader reader, StringBuilder lines)
    {
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            lock (_gate)
            {
                lines.Append(line).Append('\n');
            }

            if (line == "Try it:")
            {
                _up.TrySetResult();
            }
        }
    }

    private string Read(StringBuilder lines)
    {
        lock (_gate)
        {
            return lines.ToString();
        }
    }
}
