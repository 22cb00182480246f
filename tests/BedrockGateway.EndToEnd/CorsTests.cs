using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>What browsers ask before they call, and which replies they let a page read.</summary>
public sealed class CorsTests(TestedGateway gateway)
{
    private const string OfTheGateway = "x-request-id,x-amzn-RequestId,x-amz-apigw-id";
    private const string OfTheApi =
        "x-request-id,request-id,x-gateway-model,x-gateway-attempts,x-gateway-dropped,Retry-After,x-should-retry,"
        + "x-amzn-RequestId,x-amzn-ErrorType,x-amz-apigw-id";

    [Theory]
    [InlineData("register", OfTheApi)]
    [InlineData("login", OfTheApi)]
    [InlineData("login/challenge", OfTheApi)]
    [InlineData("confirm/resend", OfTheApi)]
    [InlineData("refresh", OfTheApi)]
    [InlineData("logout", OfTheApi)]
    [InlineData("password/forgot", OfTheApi)]
    [InlineData("password/change", OfTheApi)]
    [InlineData("account", OfTheApi)]
    [InlineData("account/usage", OfTheApi)]
    [InlineData("bedrock", OfTheGateway)]
    [InlineData("v1/chat/completions", OfTheGateway)]
    [InlineData("model/us.amazon.nova-lite-v1:0/converse-stream", OfTheGateway)]
    public async Task Preflight_IsAnsweredWithoutToken(string path, string exposed)
    {
        var reply = await gateway.Client.SendAsync(
            HttpMethod.Options,
            path,
            body: null,
            ("Origin", gateway.Cors.Page),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization,x-api-key"));

        Assert.Equal((204, ""), reply.Whole);
        Assert.Equal(gateway.Cors.Allowed, reply.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("*,Authorization", reply.Headers["Access-Control-Allow-Headers"]);
        Assert.Equal(
            exposed == OfTheApi ? "GET,POST,PUT,DELETE,OPTIONS" : "GET,POST,OPTIONS",
            reply.Headers["Access-Control-Allow-Methods"]);
        Assert.Equal("7200", reply.Headers["Access-Control-Max-Age"]);
        Assert.Equal(exposed, reply.Headers["Access-Control-Expose-Headers"]);
    }

    [Theory]
    [InlineData("bedrock", 401)]
    [InlineData("absent", 403)]
    public async Task GatewaysOwnErrors_AreReadableByBrowsers(string path, int status)
    {
        var reply = await gateway.Client.GetAsync(path);

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal("application/json", reply.Headers["Content-Type"]);
        Assert.Equal("*,Authorization", reply.Headers["Access-Control-Allow-Headers"]);
        AssertReadable(reply, gateway.Cors.AllowedByErrors, OfTheGateway);
    }

    [Theory]
    [InlineData("register", 422)]
    [InlineData("login", 422)]
    public async Task RepliesOfTheApi_AreReadableByBrowsers(string path, int status)
    {
        var reply = await gateway.Client.PostAsync(path, "{}");

        Assert.Equal(status, (int)reply.Status);
        AssertReadable(reply, gateway.Cors.Allowed, OfTheApi);
    }

    private static void AssertReadable(GatewayReply reply, string origin, string headers)
    {
        Assert.Equal(origin, reply.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal(headers, reply.Headers["Access-Control-Expose-Headers"]);
        Assert.True(Guid.TryParse(reply.Headers["x-amzn-RequestId"], out _));
    }
}
