using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>Addresses that no domain vouches for: POST /confirm and /confirm/resend.</summary>
public sealed class ConfirmEndpointTests : IAsyncLifetime
{
    private const string Address = """{"email":"ann@example.com"}""";

    private Gateway _gateway = null!;

    private FakeUser Ann => _gateway.Cognito.Users.Single();

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        _gateway.Cognito.NewUsersAreConfirmed = false;
        await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task MailedCode_ConfirmsTheUserWhoThenLogsIn()
    {
        using var reply = await ConfirmAsync(Ann.MailedCode!);

        await reply.SucceedsAsync("User ann@example.com confirmed successfully.");
        await _gateway.LoginAsync();
    }

    [Fact]
    public async Task Resend_SaysWhereTheCodeWentAndVoidsTheOneBefore()
    {
        var before = Ann.MailedCode!;

        using var sent = await _gateway.PostAsync("/confirm/resend", Address);
        using var old = await ConfirmAsync(before);
        using var current = await ConfirmAsync(Ann.MailedCode!);

        await sent.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"A code was sent to a***@e***.",
            "data":{"destination":"a***@e***","medium":"EMAIL"}}
            """.ReplaceLineEndings(""));
        await old.FailsAsync(400, "Invalid verification code provided, please try again.");
        Assert.Equal(200, (int)current.StatusCode);
    }

    [Fact]
    public async Task ConfirmedUser_AnswersCognitosText()
    {
        using var first = await ConfirmAsync(Ann.MailedCode!);

        using var again = await ConfirmAsync("123456");
        using var resend = await _gateway.PostAsync("/confirm/resend", Address);

        await again.FailsAsync(400, "User cannot be confirmed. Current status is CONFIRMED");
        await resend.FailsAsync(400, "User is already confirmed.");
    }

    [Theory]
    [InlineData("/confirm", """{"email":"bob@example.com","code":"123456"}""")]
    [InlineData("/confirm/resend", """{"email":"bob@example.com"}""")]
    public async Task UnknownUser_AnswersCognitosText(string path, string body)
    {
        using var reply = await _gateway.PostAsync(path, body);

        await reply.FailsAsync(400, "Username/client id combination not found.");
    }

    private Task<HttpResponseMessage> ConfirmAsync(string code) =>
        _gateway.PostAsync("/confirm", $$"""{"email":"ann@example.com","code":"{{code}}"}""");
}
