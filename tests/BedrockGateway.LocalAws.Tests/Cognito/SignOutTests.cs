using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>What ends sign-ins, and what outlives them.</summary>
public sealed class SignOutTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";
    private const string AccessRevoked = "400 NotAuthorizedException: Access Token has been revoked";
    private const string RefreshRevoked = "400 NotAuthorizedException: Refresh Token has been revoked";

    [Theory]
    [InlineData("GlobalSignOut")]
    [InlineData("AdminUserGlobalSignOut")]
    public async Task GlobalSignOut_EndsEverySignInOfEveryClientAndNoOtherUsers(string operation)
    {
        var pool = await cognito.CreatePoolAsync();
        var without = new TestPool(
            cognito, pool.Pool, await cognito.CreateClientAsync(pool.PoolId, """{"EnableTokenRevocation":false}"""));
        await pool.AddUserAsync(Email);
        await pool.AddUserAsync("another@example.com");
        JsonNode[] ended = [await pool.TokensAsync(Email), await without.TokensAsync(Email)];
        var kept = await pool.TokensAsync("another@example.com");

        var reply = operation == "GlobalSignOut"
            ? await pool.OwnAsync(operation, ended[0])
            : await pool.AdminAsync(operation, Email);

        Assert.Equal((HttpStatusCode.OK, "{}"), (reply.Status, reply.Body.ToJsonString()));
        Assert.Equal(AccessRevoked, (await pool.OwnAsync("GetUser", ended[0])).Fault);
        Assert.Equal(AccessRevoked, (await pool.OwnAsync("GetUser", ended[1])).Fault);
        Assert.Equal(RefreshRevoked, (await pool.RefreshAsync(ended[0]["RefreshToken"]!.ToString())).Fault);
        Assert.Equal(RefreshRevoked, (await without.RefreshAsync(ended[1]["RefreshToken"]!.ToString())).Fault);
        Assert.All(ended, tokens => Assert.Equal(TokenStatus.Valid, Verify(pool, tokens)));
        Assert.Equal(HttpStatusCode.OK, (await pool.OwnAsync("GetUser", kept)).Status);
        Assert.Equal(HttpStatusCode.OK, (await pool.OwnAsync("GetUser", await pool.TokensAsync(Email))).Status);
    }

    [Theory]
    [InlineData("ChangePassword", """{"PreviousPassword":"Correct-Horse-9","ProposedPassword":"Battery-Staple-7"}""")]
    [InlineData("DeleteUser", "{}")]
    [InlineData("GetUserAttributeVerificationCode", """{"AttributeName":"email"}""")]
    [InlineData("GlobalSignOut", "{}")]
    [InlineData("SetUserMFAPreference", "{}")]
    [InlineData("UpdateUserAttributes", """{"UserAttributes":[]}""")]
    [InlineData("VerifyUserAttribute", """{"AttributeName":"email","Code":"123456"}""")]
    [InlineData("AssociateSoftwareToken", "{}")]
    [InlineData("VerifySoftwareToken", """{"UserCode":"123456"}""")]
    public async Task RevokedToken_IsRefusedByEveryOperation(string operation, string more)
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);
        await pool.AdminAsync("AdminUserGlobalSignOut", Email);

        var reply = await pool.OwnAsync(operation, tokens, more);

        Assert.Equal(AccessRevoked, reply.Fault);
    }

    [Fact]
    public async Task DisabledUser_IsOutUntilEnabledAndThenStartsAnew()
    {
        const string Disabled = "400 NotAuthorizedException: User is disabled.";
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);
        var refresh = tokens["RefreshToken"]!.ToString();

        var disabled = await pool.AdminAsync("AdminDisableUser", Email);

        Assert.Equal("{}", disabled.Body.ToJsonString());
        Assert.False((bool)(await pool.AdminAsync("AdminGetUser", Email)).Body["Enabled"]!);
        Assert.Equal([Email], await ListAsync(pool, "Disabled"));
        Assert.Equal(Disabled, (await pool.SignInAsync(Email)).Fault);
        Assert.Equal(Disabled, (await pool.RefreshAsync(refresh)).Fault);
        Assert.Equal(AccessRevoked, (await pool.OwnAsync("GetUser", tokens)).Fault);
        Assert.Equal(TokenStatus.Valid, Verify(pool, tokens));
        Assert.Equal("{}", (await pool.AdminAsync("AdminEnableUser", Email)).Body.ToJsonString());
        Assert.True((bool)(await pool.AdminAsync("AdminGetUser", Email)).Body["Enabled"]!);
        Assert.Equal([], await ListAsync(pool, "Disabled"));
        Assert.Equal(RefreshRevoked, (await pool.RefreshAsync(refresh)).Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync(Email)).Status);
    }

    [Fact]
    public async Task UserWhoLeaves_IsGoneWithAllTokens()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        var left = await pool.OwnAsync("DeleteUser", tokens);

        Assert.Equal((HttpStatusCode.OK, "{}"), (left.Status, left.Body.ToJsonString()));
        Assert.Equal(
            "400 UserNotFoundException: User does not exist.", (await pool.OwnAsync("DeleteUser", tokens)).Fault);
        Assert.Equal(
            "400 NotAuthorizedException: Invalid Refresh Token.",
            (await pool.RefreshAsync(tokens["RefreshToken"]!.ToString())).Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignUpAsync(Email)).Status);
        Assert.Equal(
            "400 UserNotFoundException: User does not exist.", (await pool.OwnAsync("GetUser", tokens)).Fault);
    }

    [Theory]
    [InlineData("AdminDisableUser")]
    [InlineData("AdminEnableUser")]
    [InlineData("AdminUserGlobalSignOut")]
    [InlineData("AdminResetUserPassword")]
    [InlineData("AdminSetUserMFAPreference")]
    [InlineData("AdminListGroupsForUser")]
    public async Task UnknownUser_IsToldToTheAdministrator(string operation)
    {
        var pool = await cognito.CreatePoolAsync();

        var reply = await pool.AdminAsync(operation, "nobody@example.com");

        Assert.Equal("400 UserNotFoundException: User does not exist.", reply.Fault);
    }

    private TokenStatus Verify(TestPool pool, JsonNode tokens) =>
        cognito.Tokens.Verify([pool.Pool.Attributes["Arn"]], tokens["IdToken"]!.ToString()).Status;

    private async Task<IEnumerable<string>> ListAsync(TestPool pool, string status)
    {
        var reply = await cognito.CallAsync(
            "ListUsers", new JsonObject { ["UserPoolId"] = pool.PoolId, ["Filter"] = $"status = \"{status}\"" });
        return reply.Body["Users"]!.AsArray().Select(user => user!["Username"]!.ToString());
    }
}
