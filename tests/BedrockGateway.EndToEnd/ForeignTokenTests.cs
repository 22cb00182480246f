using System.Text.Json.Nodes;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>Tokens that Cognito made, for somebody else's application or in somebody else's pool.</summary>
public sealed class ForeignTokenTests(TestedGateway gateway)
{
    private static readonly Uri Cognito = new("https://cognito-idp.us-east-1.amazonaws.com/");

    private static readonly (int Status, string Body) Unauthorized =
        GatewayReply.Rejection(401, "authentication_error", "Unauthorized");

    [Fact]
    public async Task TokenForAnotherClientOfThePool_IsRefused()
    {
        Assert.SkipUnless(gateway.IsLocal, "It makes a client in the pool.");
        var member = await gateway.People.SomebodyAsync(requests: 2);
        var issuer = (string)TokenText.Claims(member.IdToken)["iss"]!;
        using var pool = new RawCognito(gateway.WhereIs(Cognito), issuer[(issuer.LastIndexOf('/') + 1)..]);

        var client = await MakeClientAsync(pool);
        var token = await LoginAsync(pool, client, member.Email, member.Password);

        Assert.Equal(issuer, (string?)TokenText.Claims(token)["iss"]);
        await AssertRefusedAsync(token, member.Key);
    }

    [Fact]
    public async Task TokenOfAnotherPool_IsRefused()
    {
        Assert.SkipUnless(gateway.IsLocal, "It makes a pool.");
        var member = await gateway.People.SomebodyAsync(requests: 2);
        using var nowhere = new RawCognito(gateway.WhereIs(Cognito), "");
        var made = await nowhere.CallAsync("CreateUserPool", ("PoolName", "theirs"));
        using var pool = new RawCognito(gateway.WhereIs(Cognito), (string)made["UserPool"]!["Id"]!);

        var client = await MakeClientAsync(pool);
        await pool.CallAsync(
            "SignUp", ("ClientId", client), ("Username", member.Email), ("Password", member.Password));
        await pool.CallAsync("AdminConfirmSignUp", ("Username", member.Email));
        var token = await LoginAsync(pool, client, member.Email, member.Password);

        await AssertRefusedAsync(token, member.Key);
    }

    private static async Task<string> MakeClientAsync(RawCognito pool)
    {
        var made = await pool.CallAsync(
            "CreateUserPoolClient",
            ("ClientName", "theirs"),
            ("ExplicitAuthFlows", new JsonArray("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")));
        return (string)made["UserPoolClient"]!["ClientId"]!;
    }

    private static async Task<string> LoginAsync(RawCognito pool, string client, string email, string password)
    {
        var login = await pool.CallAsync(
            "InitiateAuth",
            ("ClientId", client),
            ("AuthFlow", "USER_PASSWORD_AUTH"),
            ("AuthParameters", new JsonObject { ["USERNAME"] = email, ["PASSWORD"] = password }));
        return (string)login["AuthenticationResult"]!["IdToken"]!;
    }

    private async Task AssertRefusedAsync(string token, string key)
    {
        Assert.Equal("id", (string?)TokenText.Claims(token)["token_use"]);
        Assert.Equal(Unauthorized, (await gateway.Client.GetAsync("bedrock", token, key)).Whole);
        Assert.Equal(Unauthorized, (await gateway.Client.GetAsync("account", token)).Whole);
    }
}
