using System.Net;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class RefreshTokenTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    [Fact]
    public async Task Refresh_ContinuesTheSignInWithoutANewRefreshToken()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var first = await pool.TokensAsync("someone@example.com");
        cognito.Clock.Advance(TimeSpan.FromMinutes(59));

        var reply = await pool.RefreshAsync(first["RefreshToken"]!.ToString());

        var second = reply.Body["AuthenticationResult"]!.AsObject();
        var (before, after) = (Read(first["IdToken"]), Read(second["IdToken"]));
        Assert.Equal(["AccessToken", "ExpiresIn", "TokenType", "IdToken"], second.Select(member => member.Key));
        Assert.All(
            [after, Read(second["AccessToken"])],
            token => Assert.Equal(
                before.GetPayloadValue<string>("origin_jti"), token.GetPayloadValue<string>("origin_jti")));
        Assert.Equal(before.GetPayloadValue<long>("auth_time"), after.GetPayloadValue<long>("auth_time"));
        Assert.Equal(TimeSpan.FromMinutes(59), after.ValidTo - before.ValidTo);
        Assert.NotEqual(before.Id, after.Id);
    }

    [Fact]
    public async Task TokenThatLastedItsHour_HasExpired()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var tokens = await pool.TokensAsync("someone@example.com");
        cognito.Clock.Advance(TimeSpan.FromMinutes(60));

        var reply = await pool.RefreshAsync(tokens["RefreshToken"]!.ToString());

        Assert.Equal("400 NotAuthorizedException: Refresh Token has expired", reply.Fault);
    }

    [Fact]
    public async Task TokenThatIsNone_IsInvalid()
    {
        var pool = await cognito.CreatePoolAsync();

        var reply = await pool.RefreshAsync("a.b.c.d.e");

        Assert.Equal("400 NotAuthorizedException: Invalid Refresh Token.", reply.Fault);
    }

    [Fact]
    public async Task TokenOfAnotherClient_IsInvalid()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var tokens = await pool.TokensAsync("someone@example.com");
        var other = new TestPool(cognito, pool.Pool, await cognito.CreateClientAsync(pool.PoolId, "{}"));

        var reply = await other.RefreshAsync(tokens["RefreshToken"]!.ToString());

        Assert.Equal("400 NotAuthorizedException: Invalid Refresh Token.", reply.Fault);
    }

    [Fact]
    public async Task TokenOfAUserDeletedAndSignedUpAgain_IsInvalid()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var tokens = await pool.TokensAsync("someone@example.com");
        await cognito.CallAsync("AdminDeleteUser", pool.Named("someone@example.com"));
        await pool.AddUserAsync("someone@example.com");

        var reply = await pool.RefreshAsync(tokens["RefreshToken"]!.ToString());

        Assert.Equal("400 NotAuthorizedException: Invalid Refresh Token.", reply.Fault);
    }

    [Fact]
    public async Task RevokedToken_EndsItsSignInAndNoOther()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var ended = await pool.TokensAsync("someone@example.com");
        var kept = await pool.TokensAsync("someone@example.com");

        var revoked = await RevokeAsync(pool, ended["RefreshToken"]);

        Assert.Equal("{}", revoked.Body.ToJsonString());
        Assert.Equal(
            "400 NotAuthorizedException: Refresh Token has been revoked",
            (await pool.RefreshAsync(ended["RefreshToken"]!.ToString())).Fault);
        Assert.Equal(
            "400 NotAuthorizedException: Access Token has been revoked",
            (await GetUserAsync(ended["AccessToken"])).Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.RefreshAsync(kept["RefreshToken"]!.ToString())).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetUserAsync(kept["AccessToken"])).Status);
    }

    [Fact]
    public async Task RevokeOfWhatCannotBeRevoked_IsRefused()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var tokens = await pool.TokensAsync("someone@example.com");
        var other = new TestPool(cognito, pool.Pool, await cognito.CreateClientAsync(pool.PoolId, "{}"));
        var without = new TestPool(
            cognito, pool.Pool, await cognito.CreateClientAsync(pool.PoolId, """{"EnableTokenRevocation":false}"""));
        var secret = new TestPool(
            cognito, pool.Pool, await cognito.CreateClientAsync(pool.PoolId, """{"GenerateSecret":true}"""));

        Assert.Equal(
            "400 UnsupportedTokenTypeException: Unsupported token type.",
            (await RevokeAsync(pool, tokens["AccessToken"])).Fault);
        Assert.Equal(
            "400 UnauthorizedException: The token was issued to another client.",
            (await RevokeAsync(other, tokens["RefreshToken"])).Fault);
        Assert.Equal(
            "400 UnsupportedOperationException: Token revocation is not enabled for this client.",
            (await RevokeAsync(without, tokens["RefreshToken"])).Fault);
        Assert.Equal(
            "400 UnauthorizedException: Invalid client credentials.",
            (await RevokeAsync(secret, tokens["RefreshToken"])).Fault);
        Assert.Equal(HttpStatusCode.OK, (await RevokeAsync(pool, JsonValue.Create("a.b.c.d.e"))).Status);
    }

    [Fact]
    public async Task AccessToken_NamesItsUserUntilItExpires()
    {
        var pool = await cognito.CreatePoolAsync();
        var signedUp = await pool.AddUserAsync("someone@example.com");
        var tokens = await pool.TokensAsync("someone@example.com");

        var user = await GetUserAsync(tokens["AccessToken"]);
        var wrongKind = await GetUserAsync(tokens["IdToken"]);
        cognito.Clock.Advance(TimeSpan.FromHours(1));
        var late = await GetUserAsync(tokens["AccessToken"]);

        Assert.Equal(
            $$$"""
            {"Username":"someone@example.com","UserAttributes":[{"Name":"email","Value":"someone@example.com"},
            {"Name":"email_verified","Value":"false"},{"Name":"sub","Value":"{{{signedUp["UserSub"]}}}"}]}
            """.ReplaceLineEndings(""),
            user.Body.ToJsonString());
        Assert.Equal("400 NotAuthorizedException: Invalid Access Token", wrongKind.Fault);
        Assert.Equal("400 NotAuthorizedException: Access Token has expired", late.Fault);
    }

    private static JsonWebToken Read(JsonNode? token) => new(token!.ToString());

    private Task<WireReply> GetUserAsync(JsonNode? accessToken) =>
        cognito.CallAsync("GetUser", new JsonObject { ["AccessToken"] = accessToken!.ToString() });

    private Task<WireReply> RevokeAsync(TestPool pool, JsonNode? token) => cognito.CallAsync(
        "RevokeToken", new JsonObject { ["Token"] = token!.ToString(), ["ClientId"] = pool.ClientId });
}
