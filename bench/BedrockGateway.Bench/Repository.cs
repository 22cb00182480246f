namespace BedrockGateway.Bench;

/// <summary>Where things are in the working copy that the bench was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string ResultsFile => Path.Combine(Root, "bench", "RESULTS.md");

    /// <summary>Where the bench publishes what it measures.</summary>
    public static string PackageFolder(string name) => Path.Combine(AppContext.BaseDirectory, "packages", name);

    public static string Project(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BedrockGateway.sln")))
        {
            folder = folder.Parent ?? throw new BenchException("The bench runs from a working copy only.");
        }

        return folder.FullName;
    }
}
