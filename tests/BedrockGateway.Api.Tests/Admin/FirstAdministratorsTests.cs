using System.Net;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>
/// <c>ADMIN_EMAILS</c>: who is named becomes an administrator by what was mailed, and by nothing else.
/// </summary>
public sealed class FirstAdministratorsTests : IAsyncLifetime
{
    private const string Ann = "ann@example.com";

    private Gateway _gateway = null!;

    private FakeUser User => _gateway.Cognito.Users.Single(user => user.Email == Ann);

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync(
            FunctionRole.Kestrel, "--ADMIN_EMAILS=Ann@Example.com,zoe@example.com");
        await _gateway.EnterAsync(Ann);
        User.Attributes["email_verified"] = "true";
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    // The domain confirms by itself, so anybody may have registered the address.
    [Fact]
    public async Task RegisteringAndLoggingIn_ProvesNothing()
    {
        await _gateway.LoginAsync();

        Assert.Empty(User.Groups);
    }

    [Fact]
    public async Task MailedCodeForAPassword_MakesAnAdministratorAndEndsWhatWentBefore()
    {
        var before = await _gateway.LoginAsync();

        await ResetAsync();

        Assert.Equal(["admins"], User.Groups);
        using var refresh = await _gateway.PostAsync("/refresh", $$"""{"refreshToken":"{{before.Refresh}}"}""");
        await refresh.FailsAsync(400, "Refresh Token has been revoked");
        Assert.Contains(
            $"\"Actor\":\"ADMIN_EMAILS\",\"Action\":\"make-administrator\",\"Target\":\"{User.Subject}\"",
            _gateway.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Ann, _gateway.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task MailedCodeOfARegistration_MakesAnAdministrator()
    {
        (User.Confirmed, User.MailedCode) = (false, "123456");

        using var reply = await _gateway.PostAsync("/confirm", $$"""{"email":"{{Ann}}","code":"123456"}""");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(["admins"], User.Groups);
    }

    [Fact]
    public async Task MailedPassword_MakesAnAdministrator()
    {
        User.MustChangePassword = true;
        using var login = await _gateway.PostAsync("/login", $$"""{"email":"{{Ann}}","password":"Passw0rd!"}""");
        var session = (await login.JsonAsync()).GetProperty("challenge").GetProperty("session").GetString();

        using var reply = await _gateway.PostAsync(
            "/login/challenge",
            $$"""
            {"email":"{{Ann}}","challenge":"NEW_PASSWORD_REQUIRED","session":"{{session}}","newPassword":"N3w-Passw0rd",
            "attributes":{"name":"Ann Lee"} }
            """);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(["admins"], User.Groups);
    }

    [Theory]
    [InlineData("email", "mallory@example.com")]
    [InlineData("email_verified", "false")]
    [InlineData("email_verified", "True ")]
    public async Task CodeThatWentElsewhere_ProvesNothing(string attribute, string value)
    {
        User.Attributes[attribute] = value;

        await ResetAsync();

        Assert.Empty(User.Groups);
        Assert.DoesNotContain("AdminUserGlobalSignOut", _gateway.Faults.Calls);
    }

    [Fact]
    public async Task DisabledUser_StaysOut()
    {
        User.Enabled = false;

        await ResetAsync();

        Assert.Empty(User.Groups);
    }

    [Fact]
    public async Task OthersAddress_IsNotEvenLookedUp()
    {
        await _gateway.EnterAsync("max@example.com");

        await ResetAsync("max@example.com");

        Assert.DoesNotContain("AdminListGroupsForUser", _gateway.Faults.Calls);
        Assert.All(_gateway.Cognito.Users, user => Assert.Empty(user.Groups));
    }

    [Theory]
    [InlineData("AdminListGroupsForUser")]
    [InlineData("AdminUserGlobalSignOut")]
    [InlineData("AdminAddUserToGroup")]
    public async Task Failure_FailsNoRequestAndAnotherCodeMends(string step)
    {
        _gateway.Faults.Before(step, () => new HttpRequestException("secret-host:443"));

        await ResetAsync();

        Assert.Empty(User.Groups);
        Assert.Contains(
            "a first administrator could not be entered in the group: HttpRequestException",
            _gateway.Log, StringComparison.Ordinal);
        await ResetAsync();
        Assert.Equal(["admins"], User.Groups);
    }

    [Fact]
    public async Task ClosedRegistration_SaysSo()
    {
        _gateway.Faults.Before("SignUp", () =>
            new Amazon.CognitoIdentityProvider.Model.NotAuthorizedException(
                "SignUp is not permitted for this user pool")
            {
                StatusCode = HttpStatusCode.BadRequest,
            });

        using var reply = await _gateway.PostAsync(
            "/register", """{"email":"new@example.com","password":"Passw0rd!","fullname":"New One"}""");

        await reply.FailsAsync(403, "Registration is closed. An administrator can invite you.");
        Assert.DoesNotContain(_gateway.Cognito.Users, user => user.Email == "new@example.com");
    }

    private async Task ResetAsync(string email = Ann)
    {
        using var forgot = await _gateway.PostAsync("/password/forgot", $$"""{"email":"{{email}}"}""");
        var code = _gateway.Cognito.Users.Single(user => user.Email == email).MailedCode;
        using var reset = await _gateway.PostAsync(
            "/password/reset", $$"""{"email":"{{email}}","code":"{{code}}","newPassword":"Passw0rd!"}""");
        await reset.SucceedsAsync("Password reset successfully.");
    }
}
