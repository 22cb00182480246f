using System.Net;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class ForgotPasswordTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";
    private const string Next = "Battery-Staple-7";
    private const string Expired = "400 ExpiredCodeException: Invalid code provided, please request a code again.";
    private const string Mismatch =
        "400 CodeMismatchException: Invalid verification code provided, please try again.";

    private const string Limit = "400 LimitExceededException: Attempt limit exceeded, please try after some time.";

    private const string Nowhere = "400 InvalidParameterException: Cannot reset password for the user as there is no "
        + "registered/verified email or phone_number";

    [Fact]
    public async Task Code_SetsANewPasswordOnce()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddVerifiedUserAsync(Email);

        var sent = await ForgotAsync(pool, Email);
        var code = await pool.CodeAsync(Email, "passwordReset");
        var before = await pool.SignInAsync(Email);
        var confirmed = await ConfirmAsync(pool, Email, code);

        Assert.Equal(
            """{"CodeDeliveryDetails":{"Destination":"s***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}}""",
            sent.Body.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Equal("{}", confirmed.Body.ToJsonString());
        Assert.Equal(
            "400 NotAuthorizedException: Incorrect username or password.", (await pool.SignInAsync(Email)).Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync(Email, Next)).Status);
        Assert.Equal(Expired, (await ConfirmAsync(pool, Email, code)).Fault);
        Assert.Contains($"code sent: {code} to {Email} of user pool {pool.PoolId}", cognito.Log.Lines);
    }

    [Fact]
    public async Task CodeThatIsWrongLateOrReplaced_IsRefused()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddVerifiedUserAsync(Email);
        Assert.Equal(Expired, (await ConfirmAsync(pool, Email, "123456")).Fault);
        await ForgotAsync(pool, Email);
        var first = await pool.CodeAsync(Email, "passwordReset");
        await ForgotAsync(pool, Email);
        var second = await pool.CodeAsync(Email, "passwordReset");

        Assert.Equal(Mismatch, (await ConfirmAsync(pool, Email, second + "0")).Fault);
        Assert.True(first == second || (await ConfirmAsync(pool, Email, first)).Fault == Mismatch);
        Assert.Equal(
            "400 InvalidPasswordException: Password did not conform with policy: Password not long enough",
            (await ConfirmAsync(pool, Email, second, "Short1!")).Fault);
        cognito.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Expired, (await ConfirmAsync(pool, Email, second)).Fault);
    }

    [Fact]
    public async Task RequestsAndEntries_AreLimitedTogether()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddVerifiedUserAsync(Email);
        await ForgotAsync(pool, Email);
        for (var attempt = 0; attempt < 9; attempt++)
        {
            Assert.Equal(Mismatch, (await ConfirmAsync(pool, Email, "wrong")).Fault);
        }

        Assert.Equal(Limit, (await ConfirmAsync(pool, Email, await pool.CodeAsync(Email, "passwordReset"))).Fault);
        Assert.Equal(Limit, (await ForgotAsync(pool, Email)).Fault);
        cognito.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await ForgotAsync(pool, Email)).Status);
    }

    [Fact]
    public async Task UserWhoCannotGetACode_IsToldWhy()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("unverified@example.com");
        await pool.AddVerifiedUserAsync("disabled@example.com");
        await pool.AdminAsync("AdminDisableUser", "disabled@example.com");
        await pool.AddVerifiedUserAsync("temporary@example.com");
        await pool.AdminAsync("AdminSetUserPassword", "temporary@example.com", $$"""{"Password":"{{Next}}"}""");

        Assert.Equal(
            "400 UserNotFoundException: Username/client id combination not found.",
            (await ForgotAsync(pool, "nobody@example.com")).Fault);
        Assert.Equal(
            "400 UserNotFoundException: Username/client id combination not found.",
            (await ConfirmAsync(pool, "nobody@example.com", "123456")).Fault);
        Assert.Equal(
            "400 NotAuthorizedException: User is disabled.", (await ForgotAsync(pool, "disabled@example.com")).Fault);
        Assert.Equal(
            "400 NotAuthorizedException: User is disabled.",
            (await ConfirmAsync(pool, "disabled@example.com", "123456")).Fault);
        Assert.Equal(Nowhere, (await ForgotAsync(pool, "unverified@example.com")).Fault);
        Assert.Equal(
            "400 NotAuthorizedException: User password cannot be reset in the current state.",
            (await ForgotAsync(pool, "temporary@example.com")).Fault);
    }

    [Theory]
    [InlineData("verified_email", "email")]
    [InlineData("verified_phone_number", "phone_number")]
    public async Task PoolsPreference_DecidesWhereTheCodeGoes(string mechanism, string attribute)
    {
        var pool = await cognito.CreatePoolAsync(
            $$$"""{"AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"{{{mechanism}}}","Priority":1}]}}""");
        await pool.AddVerifiedUserAsync(Email);
        await pool.AdminAsync("AdminUpdateUserAttributes", Email, """
            {"UserAttributes":[{"Name":"phone_number","Value":"+3531234567"},
                               {"Name":"phone_number_verified","Value":"true"}]}
            """);

        var sent = await ForgotAsync(pool, Email);

        Assert.Equal(attribute, sent.Body["CodeDeliveryDetails"]!["AttributeName"]!.ToString());
    }

    [Fact]
    public async Task PoolWithoutRecovery_SendsToTheAdministrator()
    {
        var pool = await cognito.CreatePoolAsync(
            """{"AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"admin_only","Priority":1}]}}""");
        await pool.AddVerifiedUserAsync(Email);

        Assert.Equal(
            "400 NotAuthorizedException: Contact administrator to reset password.",
            (await ForgotAsync(pool, Email)).Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.AdminAsync("AdminResetUserPassword", Email)).Status);
    }

    [Fact]
    public async Task ConfirmedCode_ConfirmsTheUserAndEndsALockOut()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddVerifiedUserAsync(Email);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await pool.SignInAsync(Email, "wrong");
        }

        var locked = await pool.SignInAsync(Email);
        await ForgotAsync(pool, Email);
        await ConfirmAsync(pool, Email, await pool.CodeAsync(Email, "passwordReset"));

        Assert.Equal("400 NotAuthorizedException: Password attempts exceeded", locked.Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync(Email, Next)).Status);
    }

    private static Task<WireReply> ForgotAsync(TestPool pool, string username) =>
        pool.CallAsync("ForgotPassword", new() { ["Username"] = username });

    private static Task<WireReply> ConfirmAsync(TestPool pool, string username, string code, string password = Next) =>
        pool.CallAsync("ConfirmForgotPassword", new()
        {
            ["Username"] = username,
            ["ConfirmationCode"] = code,
            ["Password"] = password,
        });
}
