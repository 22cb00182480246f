using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>The program as the CDK CLI starts it.</summary>
public sealed class CliTests
{
    private static readonly Dictionary<string, string> Chosen = new()
    {
        ["API_QUOTA_LIMIT"] = "77",
        ["ORGANIZATION_DOMAIN"] = "@example.com",
        ["STAGE_NAME"] = "v1",
        ["CORS_ORIGINS"] = "https://a.example.com,https://b.example.com",
        ["CUSTOM_DOMAIN"] = "gateway.example.com",
        ["CERTIFICATE_ARN"] = "arn:aws:acm:eu-west-1:123456789012:certificate/1234-abcd",
        ["ENABLE_WAF"] = "true",
        ["ALARM_EMAIL"] = "operations@example.com",
        ["RETAIN_USERS"] = "false",
        ["MEMORY_MODELS"] = "1024",
    };

    [Fact]
    public async Task Context_MakesTheTemplateThatTheLocalRunGets()
    {
        using var output = new TemporaryFolder();
        var context = new JsonObject
        {
            ["aws:cdk:bundling-stacks"] = new JsonArray(),
            ["aws:cdk:enable-path-metadata"] = true,
        };
        foreach (var (name, value) in Chosen)
        {
            context[name] = value;
        }

        var (exitCode, error) = await CdkProgram.SynthAsync(output.Path, context.ToJsonString());

        Assert.Equal((0, string.Empty), (exitCode, error));
        var template = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(output.Path, "BedrockGateway.template.json"), TestContext.Current.CancellationToken));
        var local = GatewaySettings.Read(Chosen.GetValueOrDefault) with { FunctionsRunLocally = true };
        Assert.True(JsonNode.DeepEquals(
            SynthesizedStack.Template(local).AsRunAnywhere(), template!.AsObject().AsRunAnywhere()));
    }

    [Fact]
    public async Task NoPackage_MakesTheTemplateAlone()
    {
        using var output = new TemporaryFolder();

        var (exitCode, error) = await CdkProgram.SynthAsync(
            output.Path, """{"LAMBDA_PACKAGE":"none","ORGANIZATION_DOMAIN":"example.com"}""");

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Equal(
            ["BedrockGateway.template.json", "cdk.out", "manifest.json", "tree.json"],
            Directory.EnumerateFileSystemEntries(output.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var template = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(output.Path, "BedrockGateway.template.json"), TestContext.Current.CancellationToken));
        Assert.True(JsonNode.DeepEquals(
            SynthesizedStack.Template(
                new() { FunctionsRunLocally = true, OrganizationDomain = "example.com" }),
            template));
    }

    [Fact]
    public async Task DoubtfulContext_IsWarnedOf()
    {
        using var output = new TemporaryFolder();

        var (exitCode, error) = await CdkProgram.SynthAsync(
            output.Path,
            """
            {"aws:cdk:bundling-stacks":[],"API_THROTLE_RATE_LIMIT":5,"ENABLE_WAF":true,
            "USER_POOL_ID":"eu-west-1_aB3dE5gH7"}
            """);

        Assert.Equal((0, string.Empty), (exitCode, error));
        var manifest = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(output.Path, "manifest.json"), TestContext.Current.CancellationToken))!;
        var notes = manifest["artifacts"]!["BedrockGateway"]!["metadata"]!["/BedrockGateway"]!.AsArray();
        Assert.Equal(
            [
                "API_THROTLE_RATE_LIMIT is no setting of the gateway and has no effect; "
                + "was API_THROTTLE_RATE_LIMIT meant? [ack: BedrockGateway:unknownSetting:API_THROTLE_RATE_LIMIT]",
                "eu-west-1_aB3dE5gH7 is adopted and CloudFormation cannot change it: if it has a PreSignUp trigger, "
                + "from a stack with ORGANIZATION_DOMAIN, nobody can register until the trigger is removed or the "
                + "setting is given again. [ack: BedrockGateway:adoptedPool]",
            ],
            notes.Where(note => (string?)note!["type"] == "aws:cdk:warning").Select(note => (string?)note!["data"]));
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
