using System.ComponentModel;
using BedrockGateway.LocalAws.Lambda.Deployed;

namespace BedrockGateway.LocalAws.Running;

/// <summary>
/// Keeps one process for each deployed function: starts what is new, starts anew what changed or ended, and ends what
/// is no longer deployed.
/// </summary>
/// <param name="client">The emulator.</param>
/// <param name="packages">What the functions' processes are.</param>
/// <param name="output">Where the processes' lines go.</param>
/// <param name="clock">Clock of the looks.</param>
internal sealed class FunctionFollower(
    DeployedFunctionsClient client, FunctionPackages packages, TextWriter output, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, RunningFunction> _running = new(StringComparer.Ordinal);
    private readonly HashSet<(string Name, string Revision)> _unable = [];

    /// <summary>Follows the deployments until it is cancelled.</summary>
    /// <exception cref="HttpRequestException">The emulator does not answer, or no longer.</exception>
    /// <exception cref="OperationCanceledException">It is to end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await FollowAsync(await client.ListAsync(cancellationToken), cancellationToken);
            await Task.Delay(LookPause, clock, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _running.Keys.ToList())
        {
            await EndAsync(name);
        }
    }

    private async Task FollowAsync(IReadOnlyList<DeployedFunction> deployed, CancellationToken cancellationToken)
    {
        foreach (var name in _running.Keys.Except(deployed.Select(function => function.Name)).ToList())
        {
            await EndAsync(name);
            await output.WriteLineAsync($"[{name}] is no longer deployed");
        }

        foreach (var function in deployed)
        {
            if (await IsUpToDateAsync(function))
            {
                continue;
            }

            await StartAsync(function, cancellationToken);
        }
    }

    private async Task<bool> IsUpToDateAsync(DeployedFunction function)
    {
        if (!_running.TryGetValue(function.Name, out var process))
        {
            return _unable.Contains((function.Name, function.Revision));
        }

        if (process.Revision == function.Revision && process.ExitCode is null)
        {
            return true;
        }

        var reason = process.ExitCode is { } code ? $"ended with {code} and starts again" : "was deployed anew";
        await EndAsync(function.Name);
        await output.WriteLineAsync($"[{function.Name}] {reason}");
        return false;
    }

    private async Task StartAsync(DeployedFunction function, CancellationToken cancellationToken)
    {
        var problem = packages.Has(function) ? null : "has no package in S3";
        if (problem is null)
        {
            if (await packages.UnpackAsync(function, cancellationToken) is not { } folder)
            {
                return;
            }

            problem = FunctionCommand.Find(function, folder) is { } command
                ? Start(function, command)
                : $"has neither 'bootstrap' nor '{function.Handler}.dll' in its package";
        }

        if (problem is not null)
        {
            _unable.Add((function.Name, function.Revision));
            await output.WriteLineAsync($"[{function.Name}] {problem}; start a process for it yourself");
        }
    }

    private string? Start(DeployedFunction function, FunctionCommand command)
    {
        try
        {
            var process = RunningFunction.Start(function, command, output, client);
            _running[function.Name] = process;
            output.WriteLine($"[{function.Name}] runs as process {process.Id}");
            return null;
        }
        catch (Win32Exception refused)
        {
            return $"cannot run here ({refused.Message})";
        }
    }

    private async Task EndAsync(string name)
    {
        if (_running.Remove(name, out var process))
        {
            await process.DisposeAsync();
        }
    }
}
