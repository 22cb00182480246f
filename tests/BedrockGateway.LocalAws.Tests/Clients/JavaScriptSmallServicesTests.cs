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

    [Fact]
    public async Task S3_KeepsObjects() => AssertJson.Equal(
        """
        {
          "noBucket": { "name": "NoSuchBucket", "status": 404 },
          "head": 200,
          "location": null,
          "sameTag": true,
          "body": "{\"a\":1}",
          "contentType": "application/json",
          "listed": [["folder/a b+c.json", 7]],
          "size": 200000,
          "deleted": { "name": "NoSuchKey", "status": 404 }
        }
        """,
        await node.RunAsync("s3", fixture.Aws));
}
