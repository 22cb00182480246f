using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Running;

namespace BedrockGateway.LocalAws.Tests.Running;

/// <summary><c>health</c>: what an image asks itself, and <c>/_localstack/health</c>, which others ask too.</summary>
public sealed class HealthProgramTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EmulatorThatAnswers_IsHealthyAndListsItsServices()
    {
        using var output = new StringWriter();

        var exitCode = await HealthProgram.RunAsync(
            ["--endpoint", fixture.Aws.Endpoint.ToString()], output, TextWriter.Null, Token);

        var health = JsonNode.Parse(output.ToString())!;
        Assert.Equal(0, exitCode);
        Assert.Equal("bedrockgateway-local-aws", (string?)health["edition"]);
        Assert.Matches(@"^\d+\.\d+\.\d+$", (string?)health["version"]);
        Assert.Superset(
            new HashSet<string> { "apigateway", "bedrock", "cloudformation", "cognito-idp", "lambda", "s3" },
            health["services"]!.AsObject().Select(service => service.Key).ToHashSet());
        Assert.All(health["services"]!.AsObject(), service => Assert.Equal("running", (string?)service.Value));
    }

    [Fact]
    public async Task NobodyThere_IsUnhealthy()
    {
        using var error = new StringWriter();

        var exitCode = await HealthProgram.RunAsync(
            ["--endpoint", "http://127.0.0.1:9"], TextWriter.Null, error, Token);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("No LocalAws answers at http://127.0.0.1:9/ (", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--endpoint")]
    [InlineData("--endpoint", "here")]
    [InlineData("now")]
    public async Task WrongArguments_ShowTheUsage(params string[] arguments)
    {
        using var error = new StringWriter();

        var exitCode = await HealthProgram.RunAsync(arguments, TextWriter.Null, error, Token);

        Assert.Equal(2, exitCode);
        Assert.Equal("Usage: health [--endpoint <http address of LocalAws>]", error.ToString().Trim());
    }
}
