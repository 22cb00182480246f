using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard;

/// <summary>The program that is the dashboard.</summary>
internal sealed record DashboardProgram(string FileName, IReadOnlyList<string> Arguments)
{
    private const string Bundle = "bundle";

    /// <summary>One that was named: an assembly or a program of its own.</summary>
    public static DashboardProgram At(string path) =>
        Path.GetExtension(path) == ".dll"
            ? new(ProjectOutput.DotNet(), ["exec", path])
            : new(path, []);

    /// <summary>The one that an Aspire CLI brought along and has unpacked; none when it has not.</summary>
    /// <param name="cli">Path of the CLI.</param>
    /// <param name="home">Another folder that it may have unpacked to.</param>
    public static DashboardProgram? InBundleOf(string cli, string? home = null)
    {
        var folder = Path.GetDirectoryName(File.ResolveLinkTarget(cli, returnFinalTarget: true)?.FullName ?? cli)!;
        string[] roots = [folder, Path.GetDirectoryName(folder) ?? folder, home ?? folder];
        return roots
            .Select(root => Path.Combine(root, Bundle, "managed", Executable("aspire-managed")))
            .Where(File.Exists)
            .Select(managed => new DashboardProgram(managed, ["dashboard"]))
            .FirstOrDefault();
    }

    public static string Executable(string name) => OperatingSystem.IsWindows() ? $"{name}.exe" : name;
}
