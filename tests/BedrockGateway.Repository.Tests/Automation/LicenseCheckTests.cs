using System.Text.Json.Nodes;

namespace BedrockGateway.Repository.Tests.Automation;

/// <summary>Which licences pass, with packages of our own making and with all of the repository's.</summary>
public sealed class LicenseCheckTests : IDisposable
{
    private const string Script = ".ci/packages/licenses.mjs";
    private const string Rules =
        """{"allowed":["MIT","Apache-2.0"],"exceptions":{"npm odd":{"license":"MPL-2.0","why":"-"}}}""";

    private readonly string _root = Directory.CreateTempSubdirectory("bedrock-gateway-licenses-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Repository_HasAllowedLicencesOnly()
    {
        var (exitCode, output, errors) = await NodeScript.RunAsync(Script, "");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(@"^The licences of \d{3,} packages are allowed\.$", output);
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MIT OR GPL-3.0-only", true)]
    [InlineData("(GPL-3.0-only OR Apache-2.0) AND MIT", true)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("Apache-2.0 WITH LLVM-exception", false)]
    [InlineData("(MIT", false)]
    [InlineData("MIT Apache-2.0", false)]
    [InlineData("mit", false)]
    [InlineData("GPL-3.0-only", false)]
    public async Task Expression_PassesIfAllowedLicencesMeetIt(string license, bool passes)
    {
        Nuget($"""<license type="expression">{license}</license>""");
        Npm(("odd", "MPL-2.0"));

        Assert.Equal(
            passes
                ? (0, "The licences of 2 packages are allowed.", "")
                : (1, "", $"nuget Some.Package 1.2.3 has the licence {license}, which is not allowed "
                    + "(A/obj/project.assets.json)."),
            await CheckAsync());
    }

    [Theory]
    [InlineData("""<license type="file">LICENSE.txt</license>""")]
    [InlineData("<licenseUrl>https://example.com/license</licenseUrl>")]
    public async Task LicenceThatNoProgramReads_IsRefused(string element)
    {
        Nuget(element);
        Npm(("odd", "MPL-2.0"));

        Assert.Equal(
            (1, "", "nuget Some.Package 1.2.3 has the licence (none that a program can read), which is not allowed "
                + "(A/obj/project.assets.json)."),
            await CheckAsync());
    }

    [Fact]
    public async Task ExceptionOfAnotherLicence_ExceptsNothing()
    {
        Nuget("""<license type="expression">MIT</license>""");
        Npm(("odd", "AGPL-3.0-only"));

        Assert.Equal(
            (1, "", "npm odd 1.0.0 has the licence AGPL-3.0-only, which is not allowed (package-lock.json).\n"
                + "The exception for npm odd is of no use any more."),
            await CheckAsync());
    }

    [Fact]
    public async Task NothingRestored_IsNoPass()
    {
        Npm(("odd", "MPL-2.0"));

        Assert.Equal((1, "", "There is no obj/project.assets.json: run dotnet restore first."), await CheckAsync());
    }

    private Task<(int ExitCode, string Output, string Errors)> CheckAsync() =>
        NodeScript.RunAsync(Script, "", _root, Write("rules.json", Rules));

    private void Npm(params (string Name, string License)[] packages)
    {
        var entries = new JsonObject { [""] = new JsonObject() };
        foreach (var (name, license) in packages)
        {
            entries[$"node_modules/{name}"] = new JsonObject { ["version"] = "1.0.0", ["license"] = license };
        }

        Write("package-lock.json", new JsonObject { ["packages"] = entries }.ToJsonString());
    }

    private void Nuget(string element)
    {
        Write("packages/some.package/1.2.3/some.package.nuspec", $"<package><metadata>{element}</metadata></package>");
        Write(
            "A/obj/project.assets.json",
            new JsonObject
            {
                ["packageFolders"] = new JsonObject { [Path.Combine(_root, "packages")] = new JsonObject() },
                ["libraries"] = new JsonObject
                {
                    ["Some.Package/1.2.3"] = new JsonObject
                    {
                        ["type"] = "package",
                        ["path"] = "some.package/1.2.3",
                        ["files"] = new JsonArray("lib/x.dll", "some.package.nuspec"),
                    },
                    ["A.Project/1.0.0"] = new JsonObject { ["type"] = "project" },
                },
            }.ToJsonString());
    }

    private string Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
