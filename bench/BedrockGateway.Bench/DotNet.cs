using System.Diagnostics;

namespace BedrockGateway.Bench;

/// <summary>The .NET CLI.</summary>
internal static class DotNet
{
    /// <summary>Publishes a project for Linux on this machine's processor, and returns the folder.</summary>
    /// <exception cref="BenchException">The build failed; the message has its output.</exception>
    public static async Task<string> PublishAsync(
        string name, string project, CancellationToken cancellationToken, params string[] more)
    {
        var folder = Repository.PackageFolder(name);
        await Console.Error.WriteLineAsync($"Publishing {name} ...");
        await RunAsync(
            [
                "publish", project, "--configuration", "Release", "--use-current-runtime", "--output", folder,
                "--artifacts-path", $"{folder}.build", "--nologo", "--verbosity", "quiet", "-p:RunAnalyzers=false",
                .. more,
            ],
            cancellationToken);
        return folder;
    }

    /// <exception cref="BenchException">The command failed; the message has its output.</exception>
    public static async Task RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new BenchException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
        }
    }
}
