using System.ComponentModel;
using System.Diagnostics;

namespace BedrockGateway.LocalAws.Tests.Clients;

/// <summary>A program that runs to its end, or is killed with all it started when the token says so.</summary>
internal static class ChildProcess
{
    /// <summary>Whether the program starts and is content with <c>--version</c>.</summary>
    public static async Task<bool> ExistsAsync(string program, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await RunAsync(program, ["--version"], new Dictionary<string, string?>(), cancellationToken);
            return outcome.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <param name="program">Name on the PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set, or to remove where the value is <see langword="null"/>.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static async Task<ChildOutcome> RunAsync(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}

/// <summary>How a program ended and what it wrote.</summary>
internal sealed record ChildOutcome(int ExitCode, string Output, string Error);
