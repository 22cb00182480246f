namespace BedrockGateway.Repository.Tests.Automation;

public sealed class DependabotTests
{
    private const string Path = ".github/dependabot.yml";

    [Fact]
    public void EveryFolderWithPackages_IsWatched()
    {
        var watched = Yaml.Read(Path).Find("updates").Items().SelectMany(update =>
            (update.Find("directories") is { } folders ? folders.Texts() : [update.Text("directory")!])
                .Select(folder => $"{update.Text("package-ecosystem")} {folder}"));

        Assert.Equal(
            [
                "devcontainers /",
                .. FoldersOf("Dockerfile").Select(folder => $"docker {folder}"),
                "github-actions /",
                .. FoldersOf("package.json").Select(folder => $"npm {folder}"),
                "nuget /",
            ],
            watched.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NewVersions_AreTakenAWeekLater() =>
        Assert.All(
            Yaml.Read(Path).Find("updates").Items(),
            update => Assert.Equal("7", update.Find("cooldown")!.Text("default-days")));

    private static IEnumerable<string> FoldersOf(string file) => Repository.Files
        .Where(path => System.IO.Path.GetFileName(path) == file)
        .Select(path => $"/{System.IO.Path.GetDirectoryName(path)!.Replace('\\', '/')}")
        .Order(StringComparer.Ordinal);
}
