using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.EndToEnd;

/// <summary>
/// Keys from the first to the last, an authenticator app, and the end of an account, in a local run of its own, whose
/// schedule can be set off.
/// </summary>
public sealed class KeyLifeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_IsRotatedAndTheScheduleDeletesTheOldOne()
    {
        await using var local = await OwnGateway.StartAsync("--API_QUOTA_LIMIT=10");
        var member = await local.Client.EnrolAsync();
        Assert.Equal(200, await ListAsync(local, member, member.Key));
        Assert.Equal(200, await ListAsync(local, member, member.Key));

        var rotated = await RotateAsync(local, member, graceSeconds: 1);

        var key = (string)rotated.Json["data"]!["API Key"]!;
        Assert.NotEqual(member.Key, key);
        Assert.Equal(200, await ListAsync(local, member, key));
        var account = (await local.Client.GetAsync("account", member.IdToken)).Json["data"]!;
        Assert.Equal((string?)rotated.Json["data"]!["keyId"], (string?)account["key"]!["id"]);
        Assert.Equal((string?)rotated.Json["data"]!["reference"], (string?)account["key"]!["reference"]);
        Assert.Single(account["oldKeys"]!.AsArray());
        var usage = (await local.Client.GetAsync("account/usage?days=1", member.IdToken)).Json["data"]!;
        Assert.Equal(7, (int)usage["quota"]!["remaining"]!);

        await Task.Delay(TimeSpan.FromSeconds(1), Token);
        await FireAsync(local);
        await UntilAsync(async () => await ListAsync(local, member, member.Key) == 403);

        Assert.Equal(200, await ListAsync(local, member, key));
    }

    [Fact]
    public async Task OldKey_EndsAtOnceWithoutGrace()
    {
        await using var local = await OwnGateway.StartAsync();
        var member = await local.Client.EnrolAsync();

        var rotated = await RotateAsync(local, member, graceSeconds: 0);

        Assert.Equal(403, await ListAsync(local, member, member.Key));
        Assert.Equal(200, await ListAsync(local, member, (string)rotated.Json["data"]!["API Key"]!));
        for (var count = 0; count < 2; count++)
        {
            await RotateAsync(local, member, graceSeconds: 0);
        }

        var fourth = await local.Client.PostAsync("account/key/rotate", "{}", member.IdToken);
        Assert.Equal(
            GatewayReply.Failure(429, "The API key was rotated 3 times in this period of the quota."), fourth.Whole);
    }

    [Fact]
    public async Task AuthenticatorApp_IsTurnedOnAndOff()
    {
        await using var local = await OwnGateway.StartAsync();
        var member = await local.Client.EnrolAsync();
        var access = $"\"accessToken\":\"{member.AccessToken}\"";

        var setup = await local.Client.PostAsync("account/mfa", $"{{{access}}}", member.IdToken);
        var secret = (string)setup.Json["data"]!["secret"]!;
        var code = AuthenticatorApp.CodeOf(secret, TimeProvider.System.GetUtcNow());
        var on = await local.Client.PostAsync(
            "account/mfa", $"{{{access},\"code\":\"{code}\"}}", member.IdToken);
        var asked = await local.Client.LoginAsync(member.Email, member.Password);
        var off = await DeleteAsync(
            local, member, "account/mfa", $"{{{access},\"password\":\"{member.Password}\"}}");
        var login = await local.Client.LoginAsync(member.Email, member.Password);

        Assert.Equal((200, """{"status":200,"success":true,"message":"The authenticator app is on."}"""), on.Whole);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)asked.Json["challenge"]!["name"]);
        Assert.Equal((200, """{"status":200,"success":true,"message":"The authenticator app is off."}"""), off.Whole);
        Assert.NotNull(login.Json["IdToken"]);
    }

    [Fact]
    public async Task ClosedAccount_OpensNothingAndKeepsItsAddress()
    {
        await using var local = await OwnGateway.StartAsync();
        var member = await local.Client.EnrolAsync();
        var body = $"{{\"password\":\"{member.Password}\"}}";

        var wrong = await DeleteAsync(local, member, "account", """{"password":"Wr0ng-passw0rd!"}""");
        var closed = await DeleteAsync(local, member, "account", body);
        var repeated = await DeleteAsync(local, member, "account", body);
        await FireAsync(local);
        var login = await local.Client.LoginAsync(member.Email, member.Password);
        var again = await local.Client.RegisterAsync(member.Email, member.Password);

        Assert.Equal(GatewayReply.Failure(400, "Incorrect username or password."), wrong.Whole);
        Assert.Equal((200, """{"status":200,"success":true,"message":"The account is closed."}"""), closed.Whole);
        Assert.Equal(closed.Whole, repeated.Whole);
        Assert.Equal(403, await ListAsync(local, member, member.Key));
        Assert.Equal(GatewayReply.Failure(400, "User is disabled."), login.Whole);
        Assert.Equal(GatewayReply.Failure(400, "User already exists"), again.Whole);
    }

    private static async Task<int> ListAsync(RunningGateway local, Member member, string key) =>
        (int)(await local.Client.GetAsync("bedrock", member.IdToken, key)).Status;

    private static async Task<GatewayReply> RotateAsync(RunningGateway local, Member member, int graceSeconds)
    {
        var reply = await local.Client.PostAsync(
            "account/key/rotate", $$"""{"graceSeconds":{{graceSeconds}}}""", member.IdToken);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }

    private static Task<GatewayReply> DeleteAsync(RunningGateway local, Member member, string path, string body) =>
        local.Client.SendAsync(HttpMethod.Delete, path, body, ("Authorization", member.IdToken));

    private static async Task FireAsync(RunningGateway local)
    {
        using var http = new HttpClient { BaseAddress = local.Aws.Endpoint };
        var rules = await http.GetFromJsonAsync<JsonArray>(new Uri("_local/rules", UriKind.Relative), Token);
        var name = (string)Assert.Single(rules!)!["name"]!;
        using var reply = await http.PostAsync(
            new Uri($"_local/rules/{name}/fire", UriKind.Relative), content: null, Token);
        var delivered = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!.AsArray();
        Assert.Null(Assert.Single(delivered)!["refusal"]);
    }

    // The rule's invocation is asynchronous.
    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await done())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }
}
