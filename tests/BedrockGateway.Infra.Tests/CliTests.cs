using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>The program as the CDK CLI starts it.</summary>
public sealed class CliTests
{
    [Fact]
    public async Task Context_MakesTheTemplateOfTheSameSettings()
    {
        using var output = new TemporaryFolder();

        var (exitCode, error) = await CdkProgram.SynthAsync(
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

        var (exitCode, error) = await CdkProgram.SynthAsync(output.Path, """{"API_QUOTA_PERIOD":"YEAR"}""");

        Assert.Equal(1, exitCode);
        Assert.Equal("API_QUOTA_PERIOD is 'YEAR'; allowed is DAY, WEEK or MONTH.", error);
    }
}
