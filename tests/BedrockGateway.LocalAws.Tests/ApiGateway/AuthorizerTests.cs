using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class AuthorizerTests
{
    private const string Client = "4example5client6id7";

    [Theory]
    [InlineData("id-token")]
    [InlineData("Bearer id-token")]
    [InlineData("bearer id-token")]
    public async Task IdToken_IsAcceptedRawAndAsBearer(string header)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await ProtectedAsync(host);
        Issue(host);

        Assert.Equal(200, (await api.GetAsync("/prod/x", ("Authorization", header))).Status);
    }

    [Theory]
    [InlineData(null, "Unauthorized")]
    [InlineData("", "Unauthorized")]
    [InlineData("Bearer ", "Unauthorized")]
    [InlineData("garbage", "Unauthorized")]
    [InlineData("access-token", "Unauthorized")]
    [InlineData("other-client", "Unauthorized")]
    [InlineData("longer-client", "Unauthorized")]
    [InlineData("expired", "The incoming token has expired")]
    public async Task AnythingElse_Is401(string? header, string message)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await ProtectedAsync(host);
        Issue(host);

        var answer = header is null
            ? await api.GetAsync("/prod/x")
            : await api.GetAsync("/prod/x", ("Authorization", header));

        Assert.Equal((401, $$"""{"message":"{{message}}"}"""), (answer.Status, answer.Body));
        Assert.Equal("UnauthorizedException", answer["x-amzn-ErrorType"]);
        Assert.Empty(host.Lambda.Requests);
    }

    [Theory]
    [InlineData("access-token", 200)]
    [InlineData("id-token", 401)]
    [InlineData("narrow-access", 401)]
    public async Task MethodWithScopes_TakesAnAccessTokenThatHasOne(string token, int status)
    {
        await using var host = await GatewayHost.StartAsync();
        var scopes = new JsonArray("models/read", "models/call");
        var api = await ProtectedAsync(host, new() { ["AuthorizationScopes"] = scopes });
        Issue(host);

        Assert.Equal(status, (await api.GetAsync("/prod/x", ("Authorization", token))).Status);
    }

    [Fact]
    public async Task Claims_AreStringsInTheEvent()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await ProtectedAsync(host);
        host.Tokens.Issue("id-token", JsonNode.Parse(
            """
            {
              "sub": "s-1", "cognito:username": "s-1", "email": "a@b.c", "email_verified": true, "token_use": "id",
              "aud": "4example5client6id7", "auth_time": 1587038744, "exp": 1587283574, "iat": 1587279974,
              "cognito:groups": ["anotherGroup", "admin"], "identities": [{ "userId": "1" }], "custom:team": "red"
            }
            """)!.AsObject());

        await api.GetAsync("/prod/x", ("Authorization", "id-token"));

        var expected = JsonNode.Parse(
            """
            {
              "claims": {
                "sub": "s-1", "cognito:username": "s-1", "email": "a@b.c", "email_verified": "true", "token_use": "id",
                "aud": "4example5client6id7", "auth_time": "1587038744", "exp": "Sun Apr 19 08:06:14 UTC 2020",
                "iat": "Sun Apr 19 07:06:14 UTC 2020", "cognito:groups": "anotherGroup,admin",
                "identities": "[{\"userId\":\"1\"}]", "custom:team": "red"
              }
            }
            """);
        var actual = host.Lambda.LastEvent["requestContext"]!["authorizer"];
        Assert.True(JsonNode.DeepEquals(expected, actual), actual?.ToJsonString());
    }

    [Fact]
    public async Task TokenIsCheckedBeforeTheKey()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await ProtectedAsync(host, new() { ["ApiKeyRequired"] = true });
        Issue(host);

        var neither = await api.GetAsync("/prod/x", ("Authorization", "garbage"), ("x-api-key", "garbage"));
        var tokenOnly = await api.GetAsync("/prod/x", ("Authorization", "id-token"), ("x-api-key", "garbage"));

        Assert.Equal((401, """{"message":"Unauthorized"}"""), (neither.Status, neither.Body));
        Assert.Equal((403, """{"message":"Forbidden"}"""), (tokenOnly.Status, tokenOnly.Body));
    }

    private static void Issue(GatewayHost host)
    {
        host.Tokens.Issue("id-token", new() { ["token_use"] = "id", ["aud"] = Client });
        host.Tokens.Issue("other-client", new() { ["token_use"] = "id", ["aud"] = "another" });
        host.Tokens.Issue("longer-client", new() { ["token_use"] = "id", ["aud"] = $"{Client}8" });
        host.Tokens.Issue(
            "access-token",
            new() { ["token_use"] = "access", ["client_id"] = Client, ["scope"] = "openid models/call" });
        host.Tokens.Issue(
            "narrow-access", new() { ["token_use"] = "access", ["client_id"] = Client, ["scope"] = "openid" });
        host.Tokens.Expire("expired");
    }

    private static async Task<TestApi> ProtectedAsync(GatewayHost host, JsonObject? method = null)
    {
        var api = await TestApi.CreateAsync(host);
        var authorizer = await api.CreateAsync("Authorizer", new()
        {
            ["Name"] = "users",
            ["Type"] = "COGNITO_USER_POOLS",
            ["IdentitySource"] = "method.request.header.Authorization",
            ["ProviderARNs"] = new JsonArray(FakeTokens.PoolArn),
            ["IdentityValidationExpression"] = Client,
        });
        method ??= [];
        method["AuthorizationType"] = "COGNITO_USER_POOLS";
        method["AuthorizerId"] = authorizer;
        await api.MethodAsync("/x", "ANY", method);
        await api.DeployAsync();
        return api;
    }
}
