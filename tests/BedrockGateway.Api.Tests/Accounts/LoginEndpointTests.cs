using System.Text.Json;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

public sealed class LoginEndpointTests : IAsyncLifetime
{
    private const string Body = """{"email":"ann@example.com","password":"Passw0rd!"}""";

    private Gateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await Gateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task RightPassword_AnswersTheTokensTwice()
    {
        await _gateway.EnterAsync();

        using var reply = await _gateway.PostAsync("/login", Body);

        var text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        var token = json.RootElement.GetProperty("IdToken").GetString();
        var subject = Assert.Single(_gateway.Cognito.Users).Subject;
        var five = $"""
            "IdToken":"{token}","AccessToken":"{_gateway.Pool.AccessToken(subject, _gateway.Clock)}",
            "RefreshToken":"refresh-of-{subject}-0","ExpiresIn":3600,"TokenType":"Bearer"
            """.ReplaceLineEndings("");
        await reply.IsAsync(200, "{\"status\":200,\"success\":true," + five + ",\"message\":{" + five + "}}");
        using var models = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", token, _gateway.Keys.Keys[0].Value);
        Assert.Equal(200, (int)models.StatusCode);
    }

    [Theory]
    [InlineData("ann@example.com", "Wr0ng!pass", "Incorrect username or password.")]
    [InlineData("XXXXXXXXXXXXXXXXXXXXX", "Passw0rd!", "User does not exist.")]
    public async Task WrongCredentials_AnswerCognitosText(string email, string password, string message)
    {
        await _gateway.EnterAsync();

        using var reply = await _gateway.PostAsync("/login", $$"""{"email":"{{email}}","password":"{{password}}"}""");

        await reply.FailsAsync(400, message);
    }

    [Fact]
    public async Task UnconfirmedUser_AnswersCognitosText()
    {
        _gateway.Cognito.NewUsersAreConfirmed = false;
        await _gateway.EnterAsync();

        using var reply = await _gateway.PostAsync("/login", Body);

        await reply.FailsAsync(400, "User is not confirmed.");
    }

    [Fact]
    public async Task StepThatNobodyCanTake_IsNamed()
    {
        await _gateway.EnterAsync();
        _gateway.Cognito.Challenge = "SMS_MFA";

        using var reply = await _gateway.PostAsync("/login", Body);

        await reply.FailsAsync(400, "The login needs a step that this API does not offer: SMS_MFA.");
    }

    [Theory]
    [InlineData("""{"email":"ann@example.com"}""")]
    [InlineData("""{"email":"","password":""}""")]
    [InlineData("""{"email":"ann@example.com","password":"x"}""")]
    [InlineData("""{"email":"ann@example.com","password":{"a":1}}""")]
    public async Task UnusableField_AnswersMissingParameters(string body)
    {
        using var reply = await _gateway.PostAsync("/login", body);

        await reply.FailsAsync(422, "Missing required parameters.");
    }
}
