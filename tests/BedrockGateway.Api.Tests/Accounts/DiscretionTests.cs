using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Fakes;
using Microsoft.IdentityModel.Tokens;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>
/// Where replies hide if an address has an account: each route answers strangers as it answers users.
/// </summary>
public sealed class DiscretionTests : IAsyncLifetime
{
    private const string Known = "ann@example.com";
    private const string Unknown = "bob@example.com";

    private Gateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync(settings: "--PREVENT_USER_EXISTENCE_ERRORS=true");
        using var reply = await RegisterAsync(Known);
        Assert.Equal(200, (int)reply.StatusCode);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Registration_AnswersAlikeAndWorksAlike()
    {
        var before = _gateway.Faults.Calls.Count;
        using var first = await RegisterAsync(Unknown);
        var between = _gateway.Faults.Calls.Count;
        using var again = await RegisterAsync(Unknown);
        var decoy = _gateway.Faults.Calls.Skip(between).ToList();

        await first.SucceedsAsync($"Registration of {Unknown} received.");
        await again.SucceedsAsync($"Registration of {Unknown} received.");
        Assert.Equal(["SignUp", "AdminGetUser", "GetApiKeys", "GetUsagePlans"], decoy);
        Assert.Equal(between - before, decoy.Count);
        Assert.Equal(2, _gateway.Cognito.Users.Count);
        Assert.Equal(2, _gateway.Keys.Keys.Count);
    }

    [Fact]
    public async Task KeyOfANewUser_IsInTheToken()
    {
        var (token, _, _) = await _gateway.LoginAsync(Known);

        var key = (string?)TokenPayload(token)["custom:api_key"];
        Assert.Equal(Assert.Single(_gateway.Keys.Keys).Value, key);
    }

    [Theory]
    [InlineData(Known)]
    [InlineData(Unknown)]
    public async Task WrongPassword_AnswersAlike(string email)
    {
        using var reply = await _gateway.PostAsync(
            "/login", $$"""{"email":"{{email}}","password":"Wr0ng-passw0rd"}""");

        await reply.FailsAsync(400, "Incorrect username or password.");
    }

    [Theory]
    [InlineData("/confirm", Known)]
    [InlineData("/confirm", Unknown)]
    [InlineData("/password/reset", Known)]
    [InlineData("/password/reset", Unknown)]
    public async Task WrongCode_AnswersAlike(string path, string email)
    {
        using var reply = await _gateway.PostAsync(
            path, $$"""{"email":"{{email}}","code":"000000","newPassword":"N3w-passw0rd"}""");

        await reply.FailsAsync(400, "Invalid verification code provided, please try again.");
    }

    [Theory]
    [InlineData("/confirm/resend", Known)]
    [InlineData("/confirm/resend", Unknown)]
    [InlineData("/password/forgot", Known)]
    [InlineData("/password/forgot", Unknown)]
    public async Task SentCode_IsToldAlike(string path, string email)
    {
        using var reply = await _gateway.PostAsync(path, $$"""{"email":"{{email}}"}""");

        await reply.SucceedsAsync("If the address has an account that needs it, a code was sent.");
    }

    [Fact]
    public async Task ForgottenPassword_IsStillReset()
    {
        using var sent = await _gateway.PostAsync("/password/forgot", $$"""{"email":"{{Known}}"}""");
        var code = _gateway.Cognito.Users.Single().MailedCode;

        using var reset = await _gateway.PostAsync(
            "/password/reset", $$"""{"email":"{{Known}}","code":"{{code}}","newPassword":"N3w-passw0rd"}""");

        await reset.SucceedsAsync("Password reset successfully.");
        await _gateway.LoginAsync(Known, "N3w-passw0rd");
    }

    [Theory]
    [InlineData("/password/forgot")]
    [InlineData("/confirm")]
    public async Task MissingParameters_AreStillNamed(string path)
    {
        using var reply = await _gateway.PostAsync(path, "{}");

        await reply.FailsAsync(422, "Missing required parameters.");
    }

    private static JsonNode TokenPayload(string token) =>
        JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!;

    private Task<HttpResponseMessage> RegisterAsync(string email) => _gateway.PostAsync(
        "/register", $$"""{"email":"{{email}}","password":"Passw0rd!","fullname":"Ann Lee"}""");
}
