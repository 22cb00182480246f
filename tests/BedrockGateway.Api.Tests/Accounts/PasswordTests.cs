using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>Passwords that are forgotten, and those that are changed.</summary>
public sealed class PasswordTests : IAsyncLifetime
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
    public async Task ForgottenPassword_IsResetWithTheMailedCode()
    {
        using var sent = await _gateway.PostAsync("/password/forgot", """{"email":"ann@example.com"}""");
        var code = Ann.MailedCode;

        using var reset = await ResetAsync(code!);
        using var again = await ResetAsync(code!);

        await sent.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"A code was sent to a***@e***.",
            "data":{"destination":"a***@e***","medium":"EMAIL"}}
            """.ReplaceLineEndings(""));
        await reset.SucceedsAsync("Password reset successfully.");
        await again.FailsAsync(400, "Invalid code provided, please request a code again.");
        await _gateway.LoginAsync(password: "N3w-passw0rd");
    }

    [Fact]
    public async Task WrongCode_KeepsThePassword()
    {
        using var sent = await _gateway.PostAsync("/password/forgot", """{"email":"ann@example.com"}""");

        using var reply = await ResetAsync("000000");

        await reply.FailsAsync(400, "Invalid verification code provided, please try again.");
        await _gateway.LoginAsync();
    }

    [Fact]
    public async Task OldPassword_IsChanged()
    {
        using var reply = await ChangeAsync(_tokens.Access);

        await reply.SucceedsAsync("Password changed successfully.");
        await _gateway.LoginAsync(password: "N3w-passw0rd");
    }

    [Theory]
    [InlineData("Wr0ng!pass", "N3w-passw0rd", "Incorrect username or password.")]
    [InlineData("Passw0rd!", "short", "Password did not conform with policy: Password not long enough")]
    public async Task WrongOldOrWeakNewPassword_AnswersCognitosText(string old, string changed, string message)
    {
        using var reply = await ChangeAsync(_tokens.Access, old, changed);

        await reply.FailsAsync(400, message);
    }

    // Asked again, Cognito would call the right old password wrong.
    [Fact]
    public async Task ChangeWhoseReplyIsLost_IsAskedForOnce()
    {
        _gateway.Faults.After("ChangePassword", () => new HttpRequestException("reset"));

        using var reply = await ChangeAsync(_tokens.Access);

        await reply.FailsAsync(502, "AWS could not be reached.");
        Assert.Single(_gateway.Faults.Calls, "ChangePassword");
    }

    private Task<HttpResponseMessage> ResetAsync(string code) => _gateway.PostAsync(
        "/password/reset", $$"""{"email":"ann@example.com","code":"{{code}}","newPassword":"N3w-passw0rd"}""");

    private Task<HttpResponseMessage> ChangeAsync(
        string accessToken, string old = "Passw0rd!", string changed = "N3w-passw0rd") => _gateway.PostAsync(
        "/password/change",
        $$"""{"accessToken":"{{accessToken}}","oldPassword":"{{old}}","newPassword":"{{changed}}"}""",
        _tokens.Id);
}
