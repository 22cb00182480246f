using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class AccessLogTests
{
    // A line may follow its response; the host stops when both are out.
    [Fact]
    public async Task Format_IsFilledInWithoutKeysAndTokens()
    {
        using var log = new KeptLog();
        var host = await GatewayHost.StartAsync(log);
        var api = await TestApi.CreateAsync(host);
        var authorizer = await api.CreateAsync("Authorizer", new()
        {
            ["Name"] = "users",
            ["Type"] = "COGNITO_USER_POOLS",
            ["IdentitySource"] = "method.request.header.Authorization",
            ["ProviderARNs"] = new JsonArray(FakeTokens.PoolArn),
        });
        await api.MethodAsync("/x", "GET", new()
        {
            ["ApiKeyRequired"] = true,
            ["AuthorizationType"] = "COGNITO_USER_POOLS",
            ["AuthorizerId"] = authorizer,
        });
        await host.CreateAsync("Account", new() { ["CloudWatchRoleArn"] = "arn:aws:iam::000000000000:role/logs" });
        await api.DeployAsync(new()
        {
            ["AccessLogSetting"] = new JsonObject
            {
                ["DestinationArn"] = "arn:aws:logs:us-east-1:000000000000:log-group:access",
                ["Format"] =
                    "$context.requestId $context.httpMethod $context.resourcePath $context.status "
                    + "$context.responseLength $context.identity.apiKeyId $context.identity.apiKey "
                    + "$context.authorizer.claims.sub "
                    + "$context.authorizer.claims.custom:api_key $context.error.message $context.integration.status",
            },
        });
        var (_, keyId, key) = await api.PlanAsync([]);
        host.Tokens.Issue(
            "canary-token", new() { ["token_use"] = "id", ["sub"] = "s-1", ["custom:api_key"] = key });

        var answer = await api.GetAsync("/prod/x", ("Authorization", "canary-token"), ("x-api-key", key));
        var refused = await api.GetAsync("/prod/x", ("Authorization", "other-token"), ("x-api-key", key));
        await host.DisposeAsync();

        Assert.Equal(
            [
                $"{answer["x-amzn-RequestId"]} GET /x 200 2 {keyId} - s-1 - - 200",
                $"{refused["x-amzn-RequestId"]} GET /x 401 26 - - - - Unauthorized -",
            ],
            log.Of("AccessLog"));
        Assert.DoesNotContain(log.Lines, line =>
            line.Contains(key, StringComparison.Ordinal) || line.Contains("-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GatewaysOwnErrors_SayTheirCauseInTheLog()
    {
        using var log = new KeptLog();
        var host = await GatewayHost.StartAsync(log);
        var api = await TestApi.DeployedAsync(host);
        host.Lambda.Answer = (_, _) => ValueTask.FromResult(FakeLambda.Reply("""{"status":200}"""));

        await api.GetAsync("/prod/x");
        await host.DisposeAsync();

        Assert.Contains(
            "INTEGRATION_FAILURE for GET /prod/x: Malformed Lambda proxy response: it has the unknown key 'status'",
            log.Of("GatewayRouter"));
    }
}
