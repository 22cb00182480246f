namespace BedrockGateway.Containers.Tests.Running;

/// <summary>Programs of this repository, as they were built together with the tests.</summary>
internal static class Built
{
    private const string Here = "tests/BedrockGateway.Containers.Tests";

    /// <summary>Full path of a project's assembly, with all beside it that it needs to run.</summary>
    /// <param name="project">Folder below the repository, such as <c>tests/BedrockGateway.EndToEnd</c>.</param>
    public static string Assembly(string project) => Path.Combine(
        AppContext.BaseDirectory.Replace('\\', '/').Replace($"/{Here}/", $"/{project}/", StringComparison.Ordinal),
        $"{Path.GetFileName(project)}.dll");
}
