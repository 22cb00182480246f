namespace BedrockGateway.LocalAws.Tests.Clients;

public sealed class JavaScriptSmallServicesTests(LocalAwsFixture fixture, NodeClient node)
    : IClassFixture<LocalAwsFixture>, IClassFixture<NodeClient>
{
    [Fact]
    public async Task Sts_SaysWhoCalls() => AssertJson.Equal(
        """{ "Account": "000000000000", "Arn": "arn:aws:iam::000000000000:root", "UserId": "000000000000" }""",
        await node.RunAsync("sts", fixture.Aws));

    [Fact]
    public async Task Ssm_FailsAsTheClientExpects() => AssertJson.Equal(
        """{ "absent": { "name": "ParameterNotFound", "message": "Parameter /absent not found.", "status": 400 } }""",
        await node.RunAsync("ssm", fixture.Aws));
}
