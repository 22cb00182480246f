using System.Runtime.InteropServices;

namespace Aspire.Hosting.Dashboard;

/// <summary>The npm package that holds the Aspire CLI, and with it the dashboard, for this machine.</summary>
internal sealed class DashboardPackage(string folder)
{
    public const string Version = "13.5.4";

    // What is held for other platforms is pinned by version alone: not every feed has them all.
    private const string LockedName = "@microsoft/aspire-cli-linux-x64";

    private static readonly string[] LockFiles = ["package.json", "package-lock.json", ".npmrc"];

    public string Folder { get; } = Path.Combine(folder, Version);

    public string Name { get; } = $"@microsoft/aspire-cli-{Platform()}";

    public string Cli => Path.Combine(Folder, "node_modules", Name, "bin", DashboardProgram.Executable("aspire"));

    public IReadOnlyList<string> InstallArguments =>
        Name == LockedName
            ? ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            : ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", $"{Name}@{Version}"];

    /// <summary>Writes what npm reads.</summary>
    public void WriteLock()
    {
        Directory.CreateDirectory(Folder);
        foreach (var name in LockFiles)
        {
            using var content = typeof(DashboardPackage).Assembly.GetManifestResourceStream($"dashboard/{name}")!;
            using var file = File.Create(Path.Combine(Folder, name));
            content.CopyTo(file);
        }
    }

    private static string Platform()
    {
        // "linux-musl-x64" where there is musl; macOS is "osx" in both worlds.
        var system = OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
            : "linux";
#pragma warning disable CA1308 // Names of packages are in small letters.
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
#pragma warning restore CA1308
    }
}
