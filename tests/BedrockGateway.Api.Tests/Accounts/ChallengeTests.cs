using System.Text.Json;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>Logins that need another step: POST /login and /login/challenge.</summary>
public sealed class ChallengeTests : IAsyncLifetime
{
    private const string Login = """{"email":"ann@example.com","password":"Passw0rd!"}""";

    private Gateway _gateway = null!;

    private FakeUser Ann => _gateway.Cognito.Users.Single();

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task TemporaryPassword_AsksForANewOneAndTellsNothingOfTheUser()
    {
        Ann.MustChangePassword = true;

        using var asked = await _gateway.PostAsync("/login", Login);
        using var reply = await AnswerAsync(
            "NEW_PASSWORD_REQUIRED", "session-1", ""","newPassword":"N3w-passw0rd","attributes":{"name":"Ann B."}""");

        await asked.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"The login needs a new password.",
            "challenge":{"name":"NEW_PASSWORD_REQUIRED","session":"session-1",
            "parameters":{"requiredAttributes":"[\"userAttributes.name\"]"},
            "next":"POST /login/challenge with email, challenge, session and newPassword, and attributes with name."}}
            """.ReplaceLineEndings(""));
        await AssertTokensAsync(reply);
        Assert.Equal("Ann B.", Ann.Attributes["name"]);
        await _gateway.LoginAsync(password: "N3w-passw0rd");
    }

    [Fact]
    public async Task AuthenticatorApp_AsksForItsCode()
    {
        Ann.AppCode = "123456";

        using var asked = await _gateway.PostAsync("/login", Login);
        using var reply = await AnswerAsync("SOFTWARE_TOKEN_MFA", "session-1", ""","code":"123456" """);

        await asked.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"The login needs a code of the authenticator app.",
            "challenge":{"name":"SOFTWARE_TOKEN_MFA","session":"session-1","parameters":{},
            "next":"POST /login/challenge with email, challenge, session and code, the app's six digits."}}
            """.ReplaceLineEndings(""));
        await AssertTokensAsync(reply);
    }

    [Fact]
    public async Task WrongCodeAndUsedSession_AnswerCognitosText()
    {
        Ann.AppCode = "123456";
        using var asked = await _gateway.PostAsync("/login", Login);

        using var wrong = await AnswerAsync("SOFTWARE_TOKEN_MFA", "session-1", ""","code":"000000" """);
        using var again = await AnswerAsync("SOFTWARE_TOKEN_MFA", "session-1", ""","code":"123456" """);

        await wrong.FailsAsync(400, "Invalid code received for user");
        await again.FailsAsync(400, "Invalid session for the user, session is expired.");
    }

    [Fact]
    public async Task NewPassword_MayBeFollowedByTheNextStep()
    {
        Ann.MustChangePassword = true;
        Ann.AppCode = "123456";
        using var asked = await _gateway.PostAsync("/login", Login);

        using var next = await AnswerAsync(
            "NEW_PASSWORD_REQUIRED", "session-1", ""","newPassword":"N3w-passw0rd","attributes":{"name":"Ann B."}""");
        using var reply = await AnswerAsync("SOFTWARE_TOKEN_MFA", "session-2", ""","code":"123456" """);

        Assert.Equal("SOFTWARE_TOKEN_MFA", (await ChallengeAsync(next)).GetProperty("name").GetString());
        await AssertTokensAsync(reply);
    }

    [Fact]
    public async Task ChoiceOfFactors_LeadsToTheChosenOne()
    {
        Ann.AppCode = "123456";
        _gateway.Cognito.FactorsAreChosen = true;

        using var asked = await _gateway.PostAsync("/login", Login);
        using var chosen = await AnswerAsync("SELECT_MFA_TYPE", "session-1", ""","mfaType":"SOFTWARE_TOKEN_MFA" """);

        var challenge = await ChallengeAsync(asked);
        Assert.Equal(
            """{"MFAS_CAN_CHOOSE":"[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\"]"}""",
            challenge.GetProperty("parameters").GetRawText());
        Assert.Equal("SOFTWARE_TOKEN_MFA", (await ChallengeAsync(chosen)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task RequiredApp_IsSetUpInTwoStepsAndLogsIn()
    {
        _gateway.Cognito.AppsAreRequired = true;

        using var asked = await _gateway.PostAsync("/login", Login);
        using var secret = await AnswerAsync("MFA_SETUP", "session-1", "");
        using var reply = await AnswerAsync(
            "MFA_SETUP", "session-2", $$""","code":"{{FakeCognito.CodeOfNewApp}}" """);

        Assert.Equal("MFA_SETUP", (await ChallengeAsync(asked)).GetProperty("name").GetString());
        await secret.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"Give the secret to the authenticator app, then send a code of it.",
            "challenge":{"name":"MFA_SETUP","session":"session-2","parameters":{"secret":"JBSWY3DPEHPK3PXP",
            "uri":"otpauth://totp/test-stack:ann%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=test-stack"},
            "next":"POST /login/challenge with email, challenge, session and code, the app's six digits."}}
            """.ReplaceLineEndings(""));
        await AssertTokensAsync(reply);
        Assert.NotNull(Ann.AppCode);
    }

    [Fact]
    public async Task WrongCodeOfANewApp_IsRefused()
    {
        _gateway.Cognito.AppsAreRequired = true;
        using var asked = await _gateway.PostAsync("/login", Login);
        using var secret = await AnswerAsync("MFA_SETUP", "session-1", "");

        using var reply = await AnswerAsync("MFA_SETUP", "session-2", ""","code":"000000" """);

        await reply.FailsAsync(400, "The code is not the authenticator app's.");
        Assert.Null(Ann.AppCode);
    }

    [Theory]
    [InlineData("NEW_PASSWORD_REQUIRED", "")]
    [InlineData("NEW_PASSWORD_REQUIRED", ""","code":"123456" """)]
    [InlineData("NEW_PASSWORD_REQUIRED", ""","newPassword":"N3w-passw0rd","attributes":["name"]""")]
    [InlineData("NEW_PASSWORD_REQUIRED", ""","newPassword":"N3w-passw0rd","attributes":{"name":1}""")]
    [InlineData("SOFTWARE_TOKEN_MFA", "")]
    [InlineData("SOFTWARE_TOKEN_MFA", ""","code":123456""")]
    [InlineData("SELECT_MFA_TYPE", "")]
    [InlineData("CUSTOM_CHALLENGE", ""","code":"123456" """)]
    public async Task AnswerWithoutWhatTheStepNeeds_AnswersMissingParameters(string step, string fields)
    {
        using var reply = await AnswerAsync(step, "session-1", fields);

        await reply.FailsAsync(422, "Missing required parameters.");
        Assert.DoesNotContain("RespondToAuthChallenge", _gateway.Faults.Calls);
    }

    private Task<HttpResponseMessage> AnswerAsync(string step, string session, string fields) => _gateway.PostAsync(
        "/login/challenge",
        $$"""{"email":"ann@example.com","challenge":"{{step}}","session":"{{session}}"{{fields}}}""");

    private static async Task<JsonElement> ChallengeAsync(HttpResponseMessage reply) =>
        (await reply.JsonAsync()).GetProperty("challenge");

    private static async Task AssertTokensAsync(HttpResponseMessage reply)
    {
        var json = await reply.JsonAsync();
        Assert.Equal(
            ["status", "success", "IdToken", "AccessToken", "RefreshToken", "ExpiresIn", "TokenType", "message"],
            json.EnumerateObject().Select(member => member.Name));
    }
}
