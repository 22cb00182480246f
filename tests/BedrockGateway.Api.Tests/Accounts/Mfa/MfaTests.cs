using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts.Mfa;

/// <summary>POST and DELETE /account/mfa.</summary>
public sealed class MfaTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private (string Id, string Access, string Refresh) _tokens;

    private FakeUser Ann => _gateway.Cognito.Users.Single();

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        await _gateway.EnterAsync();
        _tokens = await _gateway.LoginAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Secret_IsToldAndNothingIsOnYet()
    {
        using var reply = await SetUpAsync();

        await reply.IsAsync(
            200,
            $$$"""
            {"status":200,"success":true,"message":"Give the secret to the authenticator app, then send a code of it.",
            "data":{"secret":"JBSWY3DPEHPK3PXP",
            "uri":"otpauth://totp/test-stack:{{{Ann.Subject}}}?secret=JBSWY3DPEHPK3PXP&issuer=test-stack",
            "next":"POST /account/mfa with accessToken and code, the app's six digits."}}
            """.ReplaceLineEndings(""));
        Assert.Null(Ann.AppCode);
        Assert.DoesNotContain("JBSWY3DPEHPK3PXP", await _gateway.StopAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RightCode_HasLoginsAskForOne()
    {
        using var secret = await SetUpAsync();

        using var reply = await SetUpAsync(FakeCognito.CodeOfNewApp);

        await reply.SucceedsAsync("The authenticator app is on.");
        using var login = await _gateway.PostAsync(
            "/login", """{"email":"ann@example.com","password":"Passw0rd!"}""");
        Assert.Equal(
            "SOFTWARE_TOKEN_MFA",
            (await login.JsonAsync()).GetProperty("challenge").GetProperty("name").GetString());
    }

    [Fact]
    public async Task WrongCode_TurnsNothingOn()
    {
        using var secret = await SetUpAsync();

        using var reply = await SetUpAsync("000000");

        await reply.FailsAsync(400, "The code is not the authenticator app's.");
        Assert.Null(Ann.AppCode);
    }

    // Verified is not on: the whole can be done again.
    [Fact]
    public async Task FailureBetweenVerifyingAndTurningOn_LeavesItOff()
    {
        using var secret = await SetUpAsync();
        _gateway.Faults.Before("SetUserMFAPreference", () => new HttpRequestException("secret-host:443"));

        using var failed = await SetUpAsync(FakeCognito.CodeOfNewApp);
        Assert.Null(Ann.AppCode);
        using var again = await SetUpAsync(FakeCognito.CodeOfNewApp);

        await failed.FailsAsync(502, "AWS could not be reached.");
        await again.SucceedsAsync("The authenticator app is on.");
    }

    [Fact]
    public async Task Off_NeedsThePassword()
    {
        Ann.AppCode = "111111";

        using var wrong = await TurnOffAsync("Wrong-passw0rd");
        Assert.NotNull(Ann.AppCode);
        using var right = await TurnOffAsync("Passw0rd!");

        await wrong.FailsAsync(400, "Incorrect username or password.");
        await right.SucceedsAsync("The authenticator app is off.");
        Assert.Null(Ann.AppCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task AnothersAccessToken_IsRefused(string verb)
    {
        var token = _gateway.Pool.AccessToken(Guid.NewGuid().ToString(), _gateway.Clock);

        using var reply = await SendAsync(verb, $$"""{"accessToken":"{{token}}","password":"Passw0rd!"}""");

        await reply.FailsAsync(403, "The access token belongs to another user than the ID token.");
        Assert.DoesNotContain("AssociateSoftwareToken", _gateway.Faults.Calls);
        Assert.DoesNotContain("SetUserMFAPreference", _gateway.Faults.Calls);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task IdTokenForAccessToken_IsInvalid(string verb)
    {
        using var reply = await SendAsync(verb, $$"""{"accessToken":"{{_tokens.Id}}","password":"Passw0rd!"}""");

        await reply.FailsAsync(400, "Invalid Access Token");
    }

    [Theory]
    [InlineData("POST", "{}")]
    [InlineData("POST", """{"accessToken":"eyJ...","code":123456}""")]
    [InlineData("DELETE", """{"accessToken":"eyJ..."}""")]
    [InlineData("DELETE", """{"password":"Passw0rd!"}""")]
    public async Task MissingParameters_AreNamedSo(string verb, string body)
    {
        using var reply = await SendAsync(verb, body);

        await reply.FailsAsync(422, "Missing required parameters.");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task NoIdToken_IsRefused(string verb)
    {
        using var reply = await _gateway.SendAsync(new HttpMethod(verb), "/account/mfa", body: "{}");

        await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
    }

    private Task<HttpResponseMessage> SetUpAsync(string? code = null) => SendAsync(
        "POST",
        code is null
            ? $$"""{"accessToken":"{{_tokens.Access}}"}"""
            : $$"""{"accessToken":"{{_tokens.Access}}","code":"{{code}}"}""");

    private Task<HttpResponseMessage> TurnOffAsync(string password) =>
        SendAsync("DELETE", $$"""{"accessToken":"{{_tokens.Access}}","password":"{{password}}"}""");

    private Task<HttpResponseMessage> SendAsync(string verb, string body) =>
        _gateway.SendAsync(new HttpMethod(verb), "/account/mfa", _tokens.Id, body: body);
}
