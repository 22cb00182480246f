using System.Xml.Linq;

namespace BedrockGateway.Repository.Tests;

public sealed class ProjectFileTests
{
    public static TheoryData<string> ProjectFiles => [.. Repository.ProjectFiles];

    [Theory]
    [MemberData(nameof(ProjectFiles))]
    public void ProjectFile_NamesOfficialPackagesOnly(string path) =>
        Assert.DoesNotContain(
            "compat",
            Repository.Read(path).Replace("IsAotCompatible", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(ProjectFiles))]
    public void PackageReference_HasItsVersionInOnePlace(string path) =>
        Assert.DoesNotContain(
            XDocument.Parse(Repository.Read(path)).Descendants("PackageReference"),
            reference => reference.Attribute("Version") is not null);

    [Theory]
    [InlineData("BedrockGateway.Api")]
    [InlineData("BedrockGateway.Infra")]
    [InlineData("BedrockGateway.ServiceDefaults")]
    public void Project_DoesNotReferToLocalAws(string project) =>
        Assert.DoesNotContain("BedrockGateway.LocalAws", ReferencesOf($"{project}/{project}.csproj"));

    [Fact]
    public void LocalAws_RefersToNothingOfOursAndToNoSdkClient()
    {
        var project = XDocument.Parse(Repository.Read("BedrockGateway.LocalAws/BedrockGateway.LocalAws.csproj"));

        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.DoesNotContain(
            project.Descendants("PackageReference"),
            reference => ((string?)reference.Attribute("Include"))!.StartsWith("AWSSDK.", StringComparison.Ordinal));
    }

    [Fact]
    public void Solution_HasEveryProject()
    {
        var solution = Repository.Read("BedrockGateway.sln").Replace('\\', '/');
        var compat = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "compat"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));

        Assert.All(
            Repository.ProjectFiles.Concat(compat),
            path => Assert.Contains($"\"{path}\"", solution, StringComparison.Ordinal));
    }

    /// <summary>Names of the projects that a project refers to, directly or through others.</summary>
    private static HashSet<string> ReferencesOf(string path)
    {
        var names = new HashSet<string>();
        var pending = new Queue<string>([path]);
        while (pending.TryDequeue(out var next))
        {
            var folder = Path.GetDirectoryName(next)!;
            foreach (var reference in XDocument.Parse(Repository.Read(next)).Descendants("ProjectReference"))
            {
                var target = Path.GetRelativePath(
                    Repository.Root,
                    Path.GetFullPath(Path.Combine(Repository.Root, folder, (string)reference.Attribute("Include")!)));
                if (names.Add(Path.GetFileNameWithoutExtension(target)))
                {
                    pending.Enqueue(target);
                }
            }
        }

        return names;
    }
}
