using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>Who does not get to the models, and what the gateway itself says.</summary>
public sealed class AuthorizationTests(TestedGateway gateway)
{
    private const string Hello =
        """{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hello"}}""";

    private static readonly (int Status, string Body) Unauthorized =
        GatewayReply.Rejection(401, "authentication_error", "Unauthorized");

    private static readonly (int Status, string Body) Forbidden =
        GatewayReply.Rejection(403, "permission_error", "Forbidden");

    private static readonly (int Status, string Body) MissingToken =
        GatewayReply.Rejection(403, "permission_error", "Missing Authentication Token");

    [Fact]
    public async Task TokenThatIsNone_IsUnauthorized()
    {
        var member = await gateway.People.SomebodyAsync();
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
        var member = await gateway.People.SomebodyAsync();

        Assert.Equal(Forbidden, (await gateway.Client.GetAsync("bedrock", member.IdToken, key)).Whole);
        Assert.Equal(Forbidden, (await gateway.Client.PostAsync("bedrock", Hello, member.IdToken, key)).Whole);
    }

    [Fact]
    public async Task AnotherUsersKey_IsForbidden()
    {
        var (ada, eve) = (await gateway.People.SomebodyAsync(2), await gateway.People.EnrolAsync());

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
        Assert.SkipWhen(
            gateway.Client.Address.AbsolutePath == "/", "A domain name of its own has no stage in its path.");

        var absent = new Uri(gateway.Client.Address, "../absent/bedrock").AbsolutePath;
        var reply = await gateway.Client.SendAsync(HttpMethod.Get, absent, body: null);

        Assert.Equal((403, """{"message":"Forbidden"}"""), reply.Whole);
    }
}
