using System.Text.Json.Nodes;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>
/// A person's account from the first mail to the last logout, in a local run of its own: without a domain, because
/// there the code is mailed, and with codes that can be read.
/// </summary>
public sealed class AccountTourTests
{
    private const string Email = "ada@anywhere.example.net";
    private const string First = "Passw0rd!";
    private const string Second = "S3cond-passw0rd";
    private const string Third = "Th1rd-passw0rd";

    [Fact]
    public async Task Account_LivesFromTheMailedCodeToTheLastLogout()
    {
        await using var local = await OwnGateway.StartAsync("--ORGANIZATION_DOMAIN=", "--API_QUOTA_LIMIT=25");
        using var codes = new MailedCodes(local.Aws.Endpoint);
        var client = local.Client;

        var key = await RegisterAsync(client, codes);
        var tokens = await LoginAsync(client, First);
        await LookAsync(client, tokens, key);
        tokens = await ChangePasswordsAsync(client, codes, tokens);
        await LeaveAsync(client, tokens);
    }

    [Fact]
    public async Task TemporaryPasswordAndRequiredApp_AreStepsOfTheLogin()
    {
        await using var local = await OwnGateway.StartAsync("--ORGANIZATION_DOMAIN=");
        using var codes = new MailedCodes(local.Aws.Endpoint);
        using var administrator = new RawCognito(local.Aws.Endpoint, local.Outputs["UserPoolId"]);
        await RegisterAsync(local.Client, codes);
        await administrator.CallAsync(
            "AdminSetUserPassword", ("Username", Email), ("Password", Second), ("Permanent", false));
        await administrator.CallAsync(
            "SetUserPoolMfaConfig",
            ("MfaConfiguration", "ON"),
            ("SoftwareTokenMfaConfiguration", new JsonObject { ["Enabled"] = true }));

        var asked = await ChallengeOfAsync(local.Client.LoginAsync(Email, Second));
        Assert.Equal("NEW_PASSWORD_REQUIRED", (string?)asked["name"]);
        var setup = await ChallengeOfAsync(AnswerAsync(local.Client, asked, ("newPassword", Third)));
        Assert.Equal("MFA_SETUP", (string?)setup["name"]);
        var secret = await ChallengeOfAsync(AnswerAsync(local.Client, setup));
        var code = AuthenticatorApp.CodeOf((string)secret["parameters"]!["secret"]!, TimeProvider.System.GetUtcNow());
        var login = await AnswerAsync(local.Client, secret, ("code", code));

        Assert.True((int)login.Status == 200, login.Body);
        var account = await local.Client.GetAsync("account", (string?)login.Json["IdToken"]);
        Assert.Equal(Email, (string?)account.Json["data"]!["email"]);
        var next = await ChallengeOfAsync(local.Client.LoginAsync(Email, Third));
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)next["name"]);
    }

    private static async Task<string> RegisterAsync(GatewayClient client, MailedCodes codes)
    {
        var registered = await client.RegisterAsync(Email, First);
        var first = await codes.OfAsync(Email);
        var resent = await client.PostAsync("confirm/resend", $$"""{"email":"{{Email}}"}""");
        var second = await codes.OfAsync(Email);
        var confirmed = await client.PostAsync("confirm", $$"""{"email":"{{Email}}","code":"{{second}}"}""");

        Assert.NotEqual(first, second);
        Assert.Equal("a***@a***", (string?)resent.Json["data"]!["destination"]);
        Assert.Equal(
            (200, $$"""{"status":200,"success":true,"message":"User {{Email}} confirmed successfully."}"""),
            confirmed.Whole);
        return (string)registered.Json["data"]!["API Key"]!;
    }

    private static async Task<JsonNode> LoginAsync(GatewayClient client, string password)
    {
        var login = await client.LoginAsync(Email, password);
        Assert.True((int)login.Status == 200, login.Body);
        return login.Json;
    }

    private static async Task LookAsync(GatewayClient client, JsonNode tokens, string key)
    {
        var id = (string)tokens["IdToken"]!;
        for (var call = 0; call < 2; call++)
        {
            Assert.Equal(200, (int)(await client.GetAsync("bedrock", id, key)).Status);
        }

        var account = (await client.GetAsync("account", id)).Json["data"]!;
        var usage = (await client.GetAsync("account/usage?days=1", id)).Json["data"]!;

        Assert.Equal(("Ada Lovelace", Email, "CONFIRMED"),
            ((string?)account["name"], (string?)account["email"], (string?)account["status"]));
        Assert.Equal($"****{key[^4..]}", (string?)account["key"]!["masked"]);
        Assert.Equal("default", (string?)account["plan"]!["name"]);
        Assert.Equal((25, "DAY", 2, 23), (
            (int)usage["quota"]!["limit"]!, (string)usage["quota"]!["period"]!, (int)usage["quota"]!["used"]!,
            (int)usage["quota"]!["remaining"]!));
        Assert.Equal(2, (int)Assert.Single(usage["days"]!.AsArray())!["used"]!);
    }

    private static async Task<JsonNode> ChangePasswordsAsync(GatewayClient client, MailedCodes codes, JsonNode tokens)
    {
        var changed = await client.PostAsync(
            "password/change",
            $$"""{"accessToken":"{{tokens["AccessToken"]}}","oldPassword":"{{First}}","newPassword":"{{Second}}"}""",
            (string?)tokens["IdToken"]);
        var old = await client.LoginAsync(Email, First);
        var forgotten = await client.PostAsync("password/forgot", $$"""{"email":"{{Email}}"}""");
        var code = await codes.OfAsync(Email);
        var reset = await client.PostAsync(
            "password/reset", $$"""{"email":"{{Email}}","code":"{{code}}","newPassword":"{{Third}}"}""");

        Assert.Equal(
            (200, """{"status":200,"success":true,"message":"Password changed successfully."}"""), changed.Whole);
        Assert.Equal(GatewayReply.Failure(400, "Incorrect username or password."), old.Whole);
        Assert.Equal("A code was sent to a***@a***.", (string?)forgotten.Json["message"]);
        Assert.Equal((200, """{"status":200,"success":true,"message":"Password reset successfully."}"""), reset.Whole);
        return await LoginAsync(client, Third);
    }

    private static async Task LeaveAsync(GatewayClient client, JsonNode tokens)
    {
        var refresh = $$"""{"refreshToken":"{{tokens["RefreshToken"]}}"}""";
        var refreshed = await client.PostAsync("refresh", refresh);
        var left = await client.PostAsync(
            "logout",
            $$"""{"everywhere":true,"accessToken":"{{refreshed.Json["AccessToken"]}}"}""",
            (string?)refreshed.Json["IdToken"]);
        var again = await client.PostAsync("refresh", refresh);

        Assert.Equal((200, """{"status":200,"success":true,"message":"Logged out everywhere."}"""), left.Whole);
        Assert.Equal(GatewayReply.Failure(400, "Refresh Token has been revoked"), again.Whole);
    }

    private static async Task<JsonNode> ChallengeOfAsync(Task<GatewayReply> login)
    {
        var reply = await login;
        Assert.True((int)reply.Status == 200 && reply.Json["challenge"] is not null, reply.Body);
        return reply.Json["challenge"]!;
    }

    private static Task<GatewayReply> AnswerAsync(
        GatewayClient client, JsonNode challenge, params (string Name, string Value)[] fields)
    {
        var body = new JsonObject
        {
            ["email"] = Email,
            ["challenge"] = (string?)challenge["name"],
            ["session"] = (string?)challenge["session"],
        };
        Array.ForEach(fields, field => body[field.Name] = field.Value);
        return client.PostAsync("login/challenge", body.ToJsonString());
    }
}
