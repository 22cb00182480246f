using System.Runtime.CompilerServices;

namespace BedrockGateway.Repository.Tests;

/// <summary>The checked-out repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(ThisFile());

    /// <summary>Project files outside <c>compat/</c>, as paths below the root.</summary>
    public static IEnumerable<string> ProjectFiles => Directory
        .EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.StartsWith("compat/", StringComparison.Ordinal)
            && !path.Contains("/node_modules/", StringComparison.Ordinal));

    /// <summary>Files of ours, as paths below the root.</summary>
    public static IEnumerable<string> Files => FilesIn(Root)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

    /// <summary>Ids of the packages that have a project under <c>compat/</c>.</summary>
    public static IEnumerable<string> StandIns => Directory
        .EnumerateFiles(Path.Combine(Root, "compat"), "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>C# files of a project, as paths below the root.</summary>
    public static IEnumerable<string> SourceFiles(string project) => Directory
        .EnumerateFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    // What git, builds and package managers keep is not ours.
    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(child => Path.GetFileName(child) is not (".git" or ".local" or "bin" or "obj" or "node_modules"))
            .SelectMany(FilesIn));

    private static string FindRoot(string from) =>
        File.Exists(Path.Combine(from, "BedrockGateway.sln")) ? from : FindRoot(Path.GetDirectoryName(from)!);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
