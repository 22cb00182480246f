using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BedrockGateway.Repository.Tests;

/// <summary>The swap of official packages for the projects under <c>compat/</c>, as MSBuild evaluates it.</summary>
public sealed class PackageSwapTests
{
    private const string AppHost = "BedrockGateway.AppHost/BedrockGateway.AppHost.csproj";

    public static TheoryData<string> ProjectFiles => [.. Repository.ProjectFiles];

    [Fact]
    public async Task WithoutTheSwitch_MissingPackagesAreTheProjectsOfTheirName()
    {
        var api = await Evaluation.OfAsync("BedrockGateway.Api/BedrockGateway.Api.csproj", official: false);

        Assert.DoesNotContain("Amazon.Lambda.RuntimeSupport", api.PackageReferences);
        Assert.Contains(
            api.ProjectReferences,
            path => path.EndsWith(
                "compat/Amazon.Lambda.RuntimeSupport/Amazon.Lambda.RuntimeSupport.csproj", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ProjectFiles))]
    public async Task OfficialPackages_AreLeftAsTheProjectNamesThem(string path)
    {
        var named = XDocument.Parse(Repository.Read(path)).Descendants("PackageReference")
            .Select(reference => (string)reference.Attribute("Include")!);

        var project = await Evaluation.OfAsync(path, official: true);

        Assert.Empty(named.Except(project.PackageReferences));
        Assert.Empty(project.PackageReferences.Except(project.PackageVersions.Keys));
        Assert.DoesNotContain(
            project.ProjectReferences, reference => reference.Contains("compat/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryStandIn_HasTheVersionOfItsPackage()
    {
        var project = await Evaluation.OfAsync(AppHost, official: true);

        Assert.Empty(Repository.StandIns.Except(project.PackageVersions.Keys));
        Assert.All(
            ["Aspire.Hosting", "Aspire.Hosting.AppHost", "Aspire.Hosting.Testing"],
            id => Assert.Equal(Evaluation.AppHostSdkVersion, project.PackageVersions[id]));
        Assert.Equal("13.6.0", project.PackageVersions["Aspire.Hosting.AWS"]);
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "")]
    public async Task AppHost_HasAspiresSdkWithTheOfficialPackagesOnly(bool official, string imported)
    {
        var project = await Evaluation.OfAsync(AppHost, official);

        Assert.Equal(imported, project.Property(Evaluation.ImportedProps));
        Assert.Equal(imported, project.Property(Evaluation.ImportedTargets));
        Assert.Equal("false", project.Property("AspireUseCliBundle"));
        // The SDK warns of that choice, and a warning is an error.
        Assert.Contains("ASPIRE010", project.Property("MSBuildWarningsAsMessages").Split(';'));
    }

    [Fact]
    public void Switch_IsKnownInFewPlaces()
    {
        var projects = Repository.ProjectFiles
            .Where(path => Repository.Read(path).Contains("OfficialPackages", StringComparison.Ordinal));
        var imports = XDocument.Parse(Repository.Read(AppHost)).Descendants()
            .Where(element => Text(element, "Condition") == "'$(OfficialPackages)' == 'true'")
            .Select(element => $"{element.Name} {Text(element, "Sdk")}/{Text(element, "Project")}");

        Assert.Equal([AppHost], projects);
        Assert.Equal(2, Regex.Count(Repository.Read(AppHost), "OfficialPackages"));
        Assert.Equal(
            ["Import Aspire.AppHost.Sdk/Sdk.props", "Import Aspire.AppHost.Sdk/Sdk.targets"], imports);
    }

    [Theory]
    [InlineData("BedrockGateway.Api")]
    [InlineData("BedrockGateway.AppHost")]
    [InlineData("BedrockGateway.Infra")]
    public void Code_IsTheSameWithBoth(string project) =>
        Assert.DoesNotContain(
            Repository.SourceFiles(project),
            path => Regex.IsMatch(Repository.Read(path), @"^\s*#\s*if\b", RegexOptions.Multiline));

    private static string? Text(XElement element, string attribute) => (string?)element.Attribute(attribute);
}
