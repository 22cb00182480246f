using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>
/// The program as the CDK CLI starts it: context in <c>CDK_CONTEXT_JSON</c>, output in <c>CDK_OUTDIR</c>.
/// </summary>
public sealed class CliTests
{
    [Fact]
    public async Task Context_MakesTheTemplateOfTheSameSettings()
    {
        using var output = new TemporaryFolder();

        var (exitCode, error) = await SynthAsync(
            output.Path,
            """
            {"API_QUOTA_LIMIT":77,"ORGANIZATION_DOMAIN":"@example.com",
            "aws:cdk:bundling-stacks":[],"aws:cdk:enable-path-metadata":true}
            """);

        Assert.Equal((0, string.Empty), (exitCode, error));
        var template = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(output.Path, "BedrockGateway.template.json"), TestContext.Current.CancellationToken));
        var expected = SynthesizedStack.Template(new() { QuotaLimit = 77, OrganizationDomain = "example.com" });
        Assert.True(JsonNode.DeepEquals(expected, template));
    }

    [Fact]
    public async Task InvalidContext_StopsWithOneSentence()
    {
        using var output = new TemporaryFolder();

        var (exitCode, error) = await SynthAsync(output.Path, """{"API_QUOTA_PERIOD":"YEAR"}""");

        Assert.Equal(1, exitCode);
        Assert.Equal("API_QUOTA_PERIOD is 'YEAR'; allowed is DAY, WEEK or MONTH.", error);
    }

    private static async Task<(int ExitCode, string Error)> SynthAsync(string output, string context)
    {
        // In our folder, what the web framework brings is left out, so it runs with our frameworks.
        var program = Path.Combine(AppContext.BaseDirectory, "BedrockGateway.Infra.dll");
        var tests = Path.ChangeExtension(typeof(CliTests).Assembly.Location, null);
        using var synth = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json", program,
            },
            Environment =
            {
                ["CDK_CONTEXT_JSON"] = context,
                ["CDK_OUTDIR"] = output,
                ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "18,20,22",
                ["JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION"] = "1",
                ["JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION"] = "1",
            },
            RedirectStandardError = true,
        })!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        var error = await synth.StandardError.ReadToEndAsync(deadline.Token);
        await synth.WaitForExitAsync(deadline.Token);
        return (synth.ExitCode, error.Trim());
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("infra-tests-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
