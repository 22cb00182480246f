using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BedrockGateway.Repository.Tests;

/// <summary>The swap of official packages for the projects under <c>compat/</c>, as MSBuild evaluates it.</summary>
public sealed class PackageSwapTests
{
    [Fact]
    public async Task WithoutTheSwitch_MissingPackagesAreTheProjectsOfTheirName()
    {
        var items = await EvaluateAsync("-p:OfficialPackages=");

        Assert.DoesNotContain("Amazon.Lambda.RuntimeSupport", Identities(items, "PackageReference"));
        Assert.Contains(
            Identities(items, "ProjectReference"),
            path => path.EndsWith(
                "compat/Amazon.Lambda.RuntimeSupport/Amazon.Lambda.RuntimeSupport.csproj", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OfficialPackages_AreLeftAsTheProjectNamesThem()
    {
        var items = await EvaluateAsync("-p:OfficialPackages=true");

        Assert.Contains("Amazon.Lambda.RuntimeSupport", Identities(items, "PackageReference"));
        Assert.DoesNotContain(
            Identities(items, "ProjectReference"), path => path.Contains("compat/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Identities(JsonNode items, string type) =>
        items["Items"]![type]!.AsArray().Select(item => ((string)item!["Identity"]!).Replace('\\', '/'));

    private static async Task<JsonNode> EvaluateAsync(string property)
    {
        using var msbuild = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", Path.Combine(Repository.Root, "BedrockGateway.Api", "BedrockGateway.Api.csproj"),
                "-getItem:PackageReference,ProjectReference", property, "-nologo",
            },
            // MSBuild reads environment variables as properties, and the test must decide this one.
            Environment = { ["OfficialPackages"] = null },
            RedirectStandardOutput = true,
        })!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        var output = await msbuild.StandardOutput.ReadToEndAsync(deadline.Token);
        await msbuild.WaitForExitAsync(deadline.Token);
        Assert.Equal(0, msbuild.ExitCode);
        return JsonNode.Parse(output)!;
    }
}
