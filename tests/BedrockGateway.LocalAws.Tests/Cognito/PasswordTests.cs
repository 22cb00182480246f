using System.Net;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>Passwords that users change, and that administrators set and take away.</summary>
public sealed class PasswordTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";
    private const string Next = "Battery-Staple-7";
    private const string Wrong = "400 NotAuthorizedException: Incorrect username or password.";

    [Fact]
    public async Task ChangedPassword_ReplacesTheOldOneAndKeepsTokens()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        var changed = await ChangeAsync(pool, tokens, CognitoEmulator.Password, Next);

        Assert.Equal((HttpStatusCode.OK, "{}"), (changed.Status, changed.Body.ToJsonString()));
        Assert.Equal(Wrong, (await pool.SignInAsync(Email)).Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync(Email, Next)).Status);
        Assert.Equal(HttpStatusCode.OK, (await pool.OwnAsync("GetUser", tokens)).Status);
        Assert.Equal(HttpStatusCode.OK, (await pool.RefreshAsync(tokens["RefreshToken"]!.ToString())).Status);
    }

    [Fact]
    public async Task ChangeThatIsWrong_IsRefusedAndCounted()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        Assert.Equal(Wrong, (await ChangeAsync(pool, tokens, "wrong", Next)).Fault);
        Assert.Equal(
            "400 InvalidPasswordException: Password did not conform with policy: Password not long enough",
            (await ChangeAsync(pool, tokens, CognitoEmulator.Password, "Short1!")).Fault);
        Assert.Equal(
            "400 InvalidParameterException: 2 validation errors detected: Value at 'previousPassword' failed to "
            + "satisfy constraint: Member must not be null; Value at 'proposedPassword' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [\S]+",
            (await pool.OwnAsync("ChangePassword", tokens, """{"ProposedPassword":" "}""")).Fault);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(Wrong, (await ChangeAsync(pool, tokens, "wrong", Next)).Fault);
        }

        Assert.Equal(
            "400 LimitExceededException: Attempt limit exceeded, please try after some time.",
            (await ChangeAsync(pool, tokens, CognitoEmulator.Password, Next)).Fault);
        cognito.Clock.Advance(TimeSpan.FromMinutes(60));
        var later = await pool.TokensAsync(Email);
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(pool, later, CognitoEmulator.Password, Next)).Status);
    }

    [Fact]
    public async Task PermanentPassword_ConfirmsWhoeverGetsIt()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.SignUpAsync(Email);

        var weak = await pool.AdminAsync("AdminSetUserPassword", Email, """{"Password":"lower-case-1"}""");
        var set = await pool.AdminAsync(
            "AdminSetUserPassword", Email, $$"""{"Password":"{{Next}}","Permanent":true}""");

        Assert.Equal(
            "400 InvalidPasswordException: Password did not conform with policy: Password must have uppercase "
            + "characters",
            weak.Fault);
        Assert.Equal("{}", set.Body.ToJsonString());
        Assert.Equal("CONFIRMED", (await pool.AdminAsync("AdminGetUser", Email))["UserStatus"]);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync(Email, Next)).Status);
        Assert.Equal(
            "400 UserNotFoundException: User does not exist.",
            (await pool.AdminAsync("AdminSetUserPassword", "nobody", $$"""{"Password":"{{Next}}"}""")).Fault);
    }

    [Fact]
    public async Task PasswordThatIsNotPermanent_IsChangedAtTheNextSignIn()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        await pool.AdminAsync("AdminSetUserPassword", Email, $$"""{"Password":"{{Next}}"}""");

        var challenge = await pool.SignInAsync(Email, Next);
        var signedIn = await pool.RespondAsync("NEW_PASSWORD_REQUIRED", challenge.Body["Session"], new()
        {
            ["USERNAME"] = Email,
            ["NEW_PASSWORD"] = CognitoEmulator.Password,
        });

        Assert.Equal("NEW_PASSWORD_REQUIRED", challenge["ChallengeName"]);
        Assert.Equal(HttpStatusCode.OK, signedIn.Status);
        Assert.Equal(Wrong, (await pool.SignInAsync(Email, Next)).Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync(Email)).Status);
    }

    [Fact]
    public async Task ResetByAnAdministrator_LeavesOnlyTheCode()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddVerifiedUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        var reset = await pool.AdminAsync("AdminResetUserPassword", Email);

        Assert.Equal("{}", reset.Body.ToJsonString());
        Assert.Equal("RESET_REQUIRED", (await pool.AdminAsync("AdminGetUser", Email))["UserStatus"]);
        Assert.Equal(
            "400 PasswordResetRequiredException: Password reset required for the user",
            (await pool.SignInAsync(Email)).Fault);
        Assert.Equal(
            "400 PasswordResetRequiredException: Password reset required for the user",
            (await pool.OwnAsync("GetUser", tokens)).Fault);
        Assert.Equal(Wrong, (await pool.SignInAsync(Email, "wrong")).Fault);
        var confirmed = await pool.CallAsync("ConfirmForgotPassword", new()
        {
            ["Username"] = Email,
            ["ConfirmationCode"] = await pool.CodeAsync(Email, "passwordReset"),
            ["Password"] = Next,
        });
        Assert.Equal("{}", confirmed.Body.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync(Email, Next)).Status);
    }

    [Fact]
    public async Task ResetOfWhoCannotGetACode_IsRefused()
    {
        const string State = "400 NotAuthorizedException: User password cannot be reset in the current state.";
        var pool = await cognito.CreatePoolAsync();
        await pool.SignUpAsync("new@example.com");
        await pool.AddUserAsync("unverified@example.com");
        await pool.AddUserAsync("temporary@example.com");
        await pool.AdminAsync("AdminSetUserPassword", "temporary@example.com", $$"""{"Password":"{{Next}}"}""");

        Assert.Equal(State, (await pool.AdminAsync("AdminResetUserPassword", "new@example.com")).Fault);
        Assert.Equal(State, (await pool.AdminAsync("AdminResetUserPassword", "temporary@example.com")).Fault);
        Assert.Equal(
            "400 InvalidParameterException: Cannot reset password for the user as there is no registered/verified "
            + "email or phone_number",
            (await pool.AdminAsync("AdminResetUserPassword", "unverified@example.com")).Fault);
    }

    private static Task<WireReply> ChangeAsync(
        TestPool pool, System.Text.Json.Nodes.JsonNode tokens, string previous, string proposed) =>
        pool.OwnAsync(
            "ChangePassword",
            tokens,
            $$"""{"PreviousPassword":"{{previous}}","ProposedPassword":"{{proposed}}"}""");
}
