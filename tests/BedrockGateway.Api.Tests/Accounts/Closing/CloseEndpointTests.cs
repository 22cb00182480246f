using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts.Closing;

/// <summary>DELETE /account.</summary>
public sealed class CloseEndpointTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private (string Id, string Access, string Refresh) _tokens;

    private FakeUser Ann => _gateway.Cognito.Users.Single();

    public static TheoryData<string, bool> Failures() =>
    [
        .. new[] { "AdminAddUserToGroup", "AdminDisableUser", "GetApiKeys", "DeleteApiKey", "AdminUserGlobalSignOut" }
            .SelectMany(step => new[] { false, true }.Select(lost => new TheoryDataRow<string, bool>(step, lost))),
    ];

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        await _gateway.EnterAsync();
        _tokens = await _gateway.LoginAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task RightPassword_EndsKeysAndSessions()
    {
        using var rotated = await _gateway.PostAsync("/account/key/rotate", "{}", _tokens.Id);

        using var reply = await CloseAsync();

        await reply.SucceedsAsync("The account is closed.");
        AssertClosed();
        using var refresh = await _gateway.PostAsync("/refresh", $$"""{"refreshToken":"{{_tokens.Refresh}}"}""");
        await refresh.FailsAsync(400, "Refresh Token has been revoked");
        using var login = await _gateway.PostAsync(
            "/login", """{"email":"ann@example.com","password":"Passw0rd!"}""");
        await login.FailsAsync(400, "User is disabled.");
    }

    // Or registering again would refill the quota.
    [Fact]
    public async Task ClosedAddress_IsTakenUntilTheUserIsRemoved()
    {
        using var closed = await CloseAsync();

        using var reply = await _gateway.PostAsync(
            "/register", """{"email":"ann@example.com","password":"Passw0rd!","fullname":"Ann Lee"}""");

        await reply.FailsAsync(400, "User already exists");
        AssertClosed();
    }

    [Fact]
    public async Task KeyOfAClosedAccount_OpensNothingAtOnce()
    {
        var key = _gateway.Keys.Keys[0].Value;
        using var before = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _tokens.Id, key);
        using var closed = await CloseAsync();

        using var after = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _tokens.Id, key);

        Assert.Equal(200, (int)before.StatusCode);
        await after.IsRefusedAsync(403, "permission_error", "Forbidden");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task FailedStep_IsFinishedByTheSameRequest(string step, bool isReplyLost)
    {
        if (isReplyLost)
        {
            _gateway.Faults.After(step, Later);
        }
        else
        {
            _gateway.Faults.Before(step, Later);
        }

        using var failed = await CloseAsync();
        using var repeated = await CloseAsync();

        await failed.FailsAsync(503, "Later.");
        await repeated.SucceedsAsync("The account is closed.");
        AssertClosed();
    }

    // Disabling has ended them.
    [Fact]
    public async Task RefusalToEndSessionsOfADisabledUser_IsNoFailure()
    {
        _gateway.Faults.Before("AdminUserGlobalSignOut", () => new NotAuthorizedException("User is disabled."));

        using var reply = await CloseAsync();

        await reply.SucceedsAsync("The account is closed.");
        Assert.False(Ann.Enabled);
        Assert.Empty(_gateway.Keys.Keys);
    }

    [Fact]
    public async Task WrongPassword_ClosesNothing()
    {
        using var reply = await CloseAsync("Wrong-passw0rd");

        await reply.FailsAsync(400, "Incorrect username or password.");
        Assert.True(Ann.Enabled);
        Assert.Empty(Ann.Groups);
        Assert.Single(_gateway.Keys.Keys);
    }

    [Fact]
    public async Task AuthenticatorApp_IsNotAskedForACode()
    {
        Ann.AppCode = "111111";

        using var reply = await CloseAsync();

        await reply.SucceedsAsync("The account is closed.");
        AssertClosed();
    }

    // Their password cannot be proven, and an administrator may have reasons to keep them.
    [Fact]
    public async Task UserThatAnAdministratorDisabled_StaysAsTheyAre()
    {
        Ann.Enabled = false;
        Ann.Groups.Add("admins");

        using var reply = await CloseAsync();

        await reply.FailsAsync(403, "User is disabled.");
        Assert.Single(_gateway.Keys.Keys);
    }

    [Fact]
    public async Task SuccessorInTheAddress_IsLeftAlone()
    {
        var claims = UserPool.Claims(Guid.NewGuid().ToString(), apiKey: null, _gateway.Clock);
        claims["cognito:username"] = "ann@example.com";

        using var reply = await _gateway.SendAsync(
            HttpMethod.Delete, "/account", _gateway.Pool.Sign(claims), body: """{"password":"Passw0rd!"}""");

        await reply.FailsAsync(400, "User does not exist.");
        Assert.True(Ann.Enabled);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"password":""}""")]
    [InlineData("""{"password":1}""")]
    public async Task NoPassword_IsMissing(string body)
    {
        using var reply = await _gateway.SendAsync(HttpMethod.Delete, "/account", _tokens.Id, body: body);

        await reply.FailsAsync(422, "Missing required parameters.");
    }

    [Fact]
    public async Task NoToken_IsRefused()
    {
        using var reply = await _gateway.SendAsync(
            HttpMethod.Delete, "/account", body: """{"password":"Passw0rd!"}""");

        await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
    }

    private static AmazonServiceException Later() => new("Later.")
    {
        StatusCode = System.Net.HttpStatusCode.ServiceUnavailable,
    };

    private void AssertClosed()
    {
        Assert.False(Ann.Enabled);
        Assert.Equal(["closed"], Ann.Groups);
        Assert.Empty(_gateway.Keys.Keys);
        Assert.NotEqual(0, Ann.SignedOutAt);
    }

    private Task<HttpResponseMessage> CloseAsync(string password = "Passw0rd!") => _gateway.SendAsync(
        HttpMethod.Delete, "/account", _tokens.Id, body: $$"""{"password":"{{password}}"}""");
}
