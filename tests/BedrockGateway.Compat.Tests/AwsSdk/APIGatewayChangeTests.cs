using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace BedrockGateway.Compat.Tests.AwsSdk;

/// <summary>What changes keys that there are: tags, patches, and what is left of a quota.</summary>
public sealed class APIGatewayChangeTests
{
    private const string Arn = "arn:aws:apigateway:eu-west-1::/apikeys/abc";
    private const string EncodedArn = "arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Fapikeys%2Fabc";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_GoToTheEncodedArn()
    {
        await using var server = await WireServer.AnsweringAsync(204, "", Token);
        using var client = Clients.ApiGateway(server);

        await client.TagResourceAsync(
            new TagResourceRequest { ResourceArn = Arn, Tags = new() { ["expires"] = "2026-03-04T11:00:00Z" } }, Token);
        var reply = await client.UntagResourceAsync(
            new UntagResourceRequest { ResourceArn = Arn, TagKeys = ["expires", "a b"] }, Token);

        Assert.Equal(
            [
                ("PUT", $"/tags/{EncodedArn}", """{"tags":{"expires":"2026-03-04T11:00:00Z"}}"""),
                ("DELETE", $"/tags/{EncodedArn}?tagKeys=a%20b&tagKeys=expires", ""),
            ],
            server.Requests.Select(request => (request.Method, request.Target, request.Text)));
        Assert.Equal(HttpStatusCode.NoContent, reply.HttpStatusCode);
    }

    [Fact]
    public async Task UpdateApiKey_WritesPatchesAndReadsTheKey()
    {
        await using var server = await WireServer.AnsweringAsync(
            200, """{"id":"abc","name":"n","enabled":false,"stageKeys":[],"tags":{"stack":"s"}}""", Token);
        using var client = Clients.ApiGateway(server);

        var key = await client.UpdateApiKeyAsync(
            new UpdateApiKeyRequest
            {
                ApiKey = "abc",
                PatchOperations = [new() { Op = Op.Replace, Path = "/enabled", Value = "false" }],
            },
            Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("PATCH", "/apikeys/abc"), (request.Method, request.Target));
        Assert.Equal(
            """{"patchOperations":[{"op":"replace","path":"/enabled","value":"false"}]}""", request.Text);
        Assert.Equal(("abc", "n", false), (key.Id, key.Name, key.Enabled));
        Assert.Equal("s", key.Tags["stack"]);
    }

    [Fact]
    public async Task UpdateUsage_WritesPatchesAndReadsTheLog()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            """{"usagePlanId":"plan","startDate":"2026-03-04","endDate":"2026-03-04","values":{"k":[[0,7]]}}""",
            Token);
        using var client = Clients.ApiGateway(server);

        var usage = await client.UpdateUsageAsync(
            new UpdateUsageRequest
            {
                UsagePlanId = "plan",
                KeyId = "k",
                PatchOperations = [new() { Op = Op.Replace, Path = "/remaining", Value = "7" }],
            },
            Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("PATCH", "/usageplans/plan/keys/k/usage"), (request.Method, request.Target));
        Assert.Equal("""{"patchOperations":[{"op":"replace","path":"/remaining","value":"7"}]}""", request.Text);
        Assert.Equal([[0, 7]], usage.Items["k"]);
        Assert.Equal(("plan", "2026-03-04"), (usage.UsagePlanId, usage.EndDate));
    }
}
