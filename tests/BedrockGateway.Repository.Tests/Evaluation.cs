using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BedrockGateway.Repository.Tests;

/// <summary>A project as MSBuild evaluates it, with the official packages or without.</summary>
internal sealed class Evaluation(JsonNode json)
{
    public const string AppHostSdk = "Aspire.AppHost.Sdk";
    public const string AppHostSdkVersion = "13.5.2";

    /// <summary>Set by our copy of the SDK's <c>Sdk.props</c> and <c>Sdk.targets</c>.</summary>
    public const string ImportedProps = "OurCopyOfSdkProps";
    public const string ImportedTargets = "OurCopyOfSdkTargets";

    // A file each, with an id and a version, is all of a package that MSBuild looks at.
    private static readonly Lazy<string> Packages = new(MakePackages);

    public IEnumerable<string> PackageReferences => Identities("PackageReference");

    public IEnumerable<string> ProjectReferences => Identities("ProjectReference");

    public IReadOnlyDictionary<string, string> PackageVersions => json["Items"]!["PackageVersion"]!.AsArray()
        .ToDictionary(item => (string)item!["Identity"]!, item => (string)item!["Version"]!);

    public string Property(string name) => (string)json["Properties"]![name]!;

    /// <param name="project">Path below the root.</param>
    /// <param name="official">Whether <c>OfficialPackages</c> is <c>true</c>, or not set.</param>
    /// <remarks>
    /// Where the SDK of app hosts comes from is no part of it, so a feed without one will do: an empty copy stands in.
    /// </remarks>
    public static async Task<Evaluation> OfAsync(string project, bool official)
    {
        using var msbuild = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", Path.Combine(Repository.Root, project), "-nologo",
                $"-p:OfficialPackages={(official ? "true" : "")}",
                "-getItem:PackageReference,ProjectReference,PackageVersion",
                $"-getProperty:{ImportedProps},{ImportedTargets},AspireUseCliBundle,MSBuildWarningsAsMessages",
            },
            // MSBuild reads environment variables as properties, and the test must decide this one.
            Environment = { ["OfficialPackages"] = null, ["NUGET_PACKAGES"] = Packages.Value },
            RedirectStandardOutput = true,
        })!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        var output = await msbuild.StandardOutput.ReadToEndAsync(deadline.Token);
        await msbuild.WaitForExitAsync(deadline.Token);
        Assert.True(msbuild.ExitCode == 0, output);
        return new(JsonNode.Parse(output)!);
    }

    private IEnumerable<string> Identities(string type) =>
        json["Items"]![type]!.AsArray().Select(item => ((string)item!["Identity"]!).Replace('\\', '/'));

    private static string MakePackages()
    {
        var root = Directory.CreateTempSubdirectory("bedrock-gateway-packages-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        var sdk = Directory.CreateDirectory(Path.Combine(root, "aspire.apphost.sdk", AppHostSdkVersion, "Sdk"));
        Write("../.nupkg.metadata", """{"version":2,"contentHash":"none","source":"none"}""");
        Write(
            "../aspire.apphost.sdk.nuspec",
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
            <id>{AppHostSdk}</id><version>{AppHostSdkVersion}</version><authors>-</authors><description>-</description>
            </metadata></package>
            """);
        Write("Sdk.props", Setting(ImportedProps));
        Write("Sdk.targets", Setting(ImportedTargets));
        return root;

        void Write(string path, string text) => File.WriteAllText(Path.Combine(sdk.FullName, path), text);

        static string Setting(string property) =>
            $"<Project><PropertyGroup><{property}>true</{property}></PropertyGroup></Project>";
    }
}
