using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.Tests.Clients;

/// <summary>npm packages of a folder of this repository, installed once for each state of its lock file.</summary>
internal sealed class NodePackages
{
    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(5);

    private readonly Lazy<Task<string?>> _readiness;

    /// <param name="path">Folder below the repository, such as <c>tests/clients</c>.</param>
    public NodePackages(string path)
    {
        Folder = Find(AppContext.BaseDirectory, path);
        _readiness = new(InstallAsync);
    }

    public string Folder { get; }

    /// <summary>
    /// Installs what is missing; says why scripts cannot run where Node.js is missing, <see langword="null"/> where
    /// they can.
    /// </summary>
    public Task<string?> WhyNotAsync() => _readiness.Value;

    private async Task<string?> InstallAsync()
    {
        using var deadline = new CancellationTokenSource(InstallTimeout);
        if (!await ChildProcess.ExistsAsync("node", deadline.Token))
        {
            return "Node.js is missing: no 'node' on the PATH.";
        }

        var lockFile = await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"), deadline.Token);
        var wanted = Convert.ToHexStringLower(SHA256.HashData(lockFile));
        // Inside node_modules, which npm removes first: an install that breaks off leaves no stamp.
        var stamp = Path.Combine(Folder, "node_modules", ".installed");
        await using var turn = await FileLock.AcquireAsync(Folder, deadline.Token);
        if (!File.Exists(stamp) || await File.ReadAllTextAsync(stamp, deadline.Token) != wanted)
        {
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            var outcome = await ChildProcess.RunAsync(
                npm, ["ci", "--prefix", Folder, "--ignore-scripts"], new Dictionary<string, string?>(), deadline.Token);
            if (outcome.ExitCode != 0)
            {
                throw new InvalidOperationException(
                    $"npm ci in {Folder} ended with {outcome.ExitCode}: {outcome.Error}");
            }

            await File.WriteAllTextAsync(stamp, wanted, deadline.Token);
        }

        return null;
    }

    private static string Find(string from, string path) =>
        Path.Combine(from, path) is var folder && File.Exists(Path.Combine(folder, "package.json"))
            ? folder
            : Find(
                Path.GetDirectoryName(from) ?? throw new DirectoryNotFoundException($"No {path} above the tests."),
                path);
}
