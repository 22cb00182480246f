using BedrockGateway.AppHost.Tests.Clients;
using BedrockGateway.AppHost.Tests.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>Who does not get to the models, and what the gateway itself says.</summary>
public sealed class AuthorizationTests(SharedGateway gateway)
{
    private const string Hello = """{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hello"}}""";

    private static readonly (int Status, string Body) Unauthorized =
        GatewayReply.Rejection(401, "authentication_error", "Unauthorized");

    private static readonly (int Status, string Body) Forbidden =
        GatewayReply.Rejection(403, "permission_error", "Forbidden");

    private static readonly (int Status, string Body) MissingToken =
        GatewayReply.Rejection(403, "permission_error", "Missing Authentication Token");

    [Fact]
    public async Task TokenThatIsNone_IsUnauthorized()
    {
        var member = await gateway.Client.EnrolAsync();
        string?[] tokens =
        [
            null,
            "garbage",
            "Bearer a.b.c",
            member.AccessToken,
            TokenText.WithClaim(member.IdToken, "email", "eve@example.com"),
            member.IdToken[..member.IdToken.LastIndexOf('.')] + ".",
        ];

        foreach (var token in tokens)
        {
            Assert.Equal(Unauthorized, (await gateway.Client.GetAsync("bedrock", token, member.Key)).Whole);
            Assert.Equal(Unauthorized, (await gateway.Client.PostAsync("bedrock", Hello, token, member.Key)).Whole);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task KeyThatIsNone_IsForbidden(string? key)
    {
        var member = await gateway.Client.EnrolAsync();

        Assert.Equal(Forbidden, (await gateway.Client.GetAsync("bedrock", member.IdToken, key)).Whole);
        Assert.Equal(Forbidden, (await gateway.Client.PostAsync("bedrock", Hello, member.IdToken, key)).Whole);
    }

    [Fact]
    public async Task AnotherUsersKey_IsForbidden()
    {
        var (ada, eve) = (await gateway.Client.EnrolAsync(), await gateway.Client.EnrolAsync());

        Assert.Equal(Forbidden, (await gateway.Client.GetAsync("bedrock", eve.IdToken, ada.Key)).Whole);
        Assert.Equal(Forbidden, (await gateway.Client.PostAsync("bedrock", Hello, eve.IdToken, ada.Key)).Whole);
    }

    [Theory]
    [InlineData("GET", "absent")]
    [InlineData("GET", "login")]
    [InlineData("POST", "")]
    [InlineData("DELETE", "register")]
    public async Task RouteThatIsNone_MissesAToken(string verb, string path) =>
        Assert.Equal(MissingToken, (await gateway.Client.SendAsync(new(verb), path, body: null)).Whole);

    [Fact]
    public async Task StageThatIsNone_IsForbidden()
    {
        var reply = await gateway.Client.SendAsync(HttpMethod.Get, "/absent/bedrock", body: null);

        Assert.Equal((403, """{"message":"Forbidden"}"""), reply.Whole);
    }

    [Theory]
    [InlineData("register")]
    [InlineData("login")]
    [InlineData("bedrock")]
    public async Task Preflight_IsAnsweredWithoutToken(string path)
    {
        var reply = await gateway.Client.SendAsync(
            HttpMethod.Options,
            path,
            body: null,
            ("Origin", "https://app.example.com"),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization,x-api-key"));

        Assert.Equal((204, ""), reply.Whole);
        Assert.Equal("*", reply.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("*,Authorization", reply.Headers["Access-Control-Allow-Headers"]);
        Assert.Equal("GET,POST,OPTIONS", reply.Headers["Access-Control-Allow-Methods"]);
        Assert.Equal("7200", reply.Headers["Access-Control-Max-Age"]);
        Assert.Equal("x-request-id,x-amzn-RequestId,x-amz-apigw-id", reply.Headers["Access-Control-Expose-Headers"]);
    }

    [Theory]
    [InlineData("bedrock", 401)]
    [InlineData("absent", 403)]
    public async Task GatewaysOwnErrors_AreReadableByBrowsers(string path, int status)
    {
        var reply = await gateway.Client.GetAsync(path);

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal("application/json", reply.Headers["Content-Type"]);
        Assert.Equal("*", reply.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("*,Authorization", reply.Headers["Access-Control-Allow-Headers"]);
        Assert.Equal("x-request-id,x-amzn-RequestId,x-amz-apigw-id", reply.Headers["Access-Control-Expose-Headers"]);
        Assert.True(Guid.TryParse(reply.Headers["x-amzn-RequestId"], out _));
    }
}
