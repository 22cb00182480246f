namespace BedrockGateway.Infra.Tests;

/// <summary>Programs of this machine.</summary>
internal static class Programs
{
    /// <summary>Where the path has a program.</summary>
    public static string Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, $"{name}.exe") })
        .First(File.Exists);
}
