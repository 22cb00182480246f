using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class AccountTests
{
    private const string Role = "arn:aws:iam::000000000000:role/logs";

    private const string Authorization =
        "AWS4-HMAC-SHA256 Credential=test/20260102/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0";

    [Theory]
    [InlineData("""{"AccessLogSetting":{"DestinationArn":"arn","Format":"$context.requestId"}}""")]
    [InlineData("""{"MethodSettings":[{"HttpMethod":"*","ResourcePath":"/*","LoggingLevel":"ERROR"}]}""")]
    public async Task StageWithLogs_NeedsARoleOfTheAccount(string stage)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET");
        var properties = JsonNode.Parse(stage)!.AsObject();

        var fault = await Assert.ThrowsAsync<AwsFault>(() => api.DeployAsync(properties));
        var account = await host.CreateAsync("Account", new() { ["CloudWatchRoleArn"] = Role });
        await host.DeleteAsync("Account", account.PhysicalId, []);
        await host.CreateAsync("Stage", new()
        {
            ["RestApiId"] = api.Id,
            ["StageName"] = "late",
            ["DeploymentId"] = await api.CreateAsync("Deployment", []),
            ["AccessLogSetting"] = properties["AccessLogSetting"]?.DeepClone(),
            ["MethodSettings"] = properties["MethodSettings"]?.DeepClone(),
        });

        Assert.Equal("BadRequestException", fault.Code);
        Assert.Equal("CloudWatch Logs role ARN must be set in account settings to enable logging", fault.Message);
        Assert.Equal(Role, (string?)(await GetAsync(host))["cloudwatchRoleArn"]);
    }

    [Fact]
    public async Task UpdateAccount_SetsTheRole()
    {
        await using var host = await GatewayHost.StartAsync();
        using var patch = new HttpRequestMessage(HttpMethod.Patch, new Uri(host.Aws.Endpoint, "/account"))
        {
            Content = new StringContent(
                $$"""{"patchOperations":[{"op":"replace","path":"/cloudwatchRoleArn","value":"{{Role}}"}]}""",
                Encoding.UTF8,
                "application/json"),
        };
        patch.Headers.TryAddWithoutValidation("Authorization", Authorization);

        using var response = await host.Http.SendAsync(patch, TestContext.Current.CancellationToken);

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                $$"""
                {"cloudwatchRoleArn":"{{Role}}","throttleSettings":{"burstLimit":5000,"rateLimit":10000},
                 "features":["UsagePlans"],"apiKeyVersion":"4"}
                """),
            await GetAsync(host)));
    }

    private static async Task<JsonNode> GetAsync(GatewayHost host)
    {
        using var get = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Aws.Endpoint, "/account"));
        get.Headers.TryAddWithoutValidation("Authorization", Authorization);
        using var response = await host.Http.SendAsync(get, TestContext.Current.CancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
