using System.Text.Json.Nodes;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.LocalAws.Cognito.Mfa;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>An administrator's work in a local run of its own, with a second plan.</summary>
public sealed class AdministratorTests
{
    private const string Root = "root@example.com";
    private const string Guest = "guest@example.com";
    private const string NewPassword = "N3w-passw0rd";

    private const string Plans =
        """{"pro":{"rate":50,"burst":50,"quota":1000,"period":"MONTH","models":["amazon.nova-*"]}}""";

    private const string ToTitan =
        """{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hello"}}""";

    [Fact]
    public async Task Administrator_SeesMovesShutsOutInvitesAndDeletes()
    {
        await using var local = await OwnGateway.StartAsync(
            "--ORGANIZATION_DOMAIN=example.com", $"--ADMIN_EMAILS={Root}", $"--PLANS={Plans}");
        using var codes = new MailedCodes(local.Aws.Endpoint);
        var client = local.Client;
        var member = await client.EnrolAsync();
        var admin = await PromoteAsync(client, codes);
        var sub = (string)TokenText.Claims(member.IdToken)["sub"]!;

        var listed = await client.GetAsync("admin/users", admin);
        var refused = await client.GetAsync("admin/users", member.IdToken);
        Assert.Contains(listed.Json["data"]!.AsArray(), user => (string?)user!["sub"] == sub);
        Assert.Equal(GatewayReply.Failure(403, "Only administrators may do this."), refused.Whole);

        await MoveAsync(client, admin, member, sub);
        await ShutOutAsync(client, admin, member, sub);
        await SignOutAsync(client, admin, member, sub);
        await LoseAppAsync(client, admin, member, sub);
        await InviteAsync(client, codes, admin);

        var report = await client.SendAsync(
            HttpMethod.Get, "admin/usage?format=csv", body: null, ("Authorization", admin));
        Assert.Equal(200, (int)report.Status);
        Assert.StartsWith("text/csv", report.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains(sub, report.Body, StringComparison.Ordinal);

        var deleted = await client.SendAsync(
            HttpMethod.Delete, $"admin/users/{sub}", body: null, ("Authorization", admin));
        Assert.True((int)deleted.Status == 200, deleted.Body);
        Assert.Equal(403, (int)(await client.GetAsync("bedrock", member.IdToken, member.Key)).Status);
    }

    // Registering proves nothing about the mailbox; the mailed code does.
    private static async Task<string> PromoteAsync(GatewayClient client, MailedCodes codes)
    {
        var first = await client.EnrolAsync(Root);
        Assert.Equal(403, (int)(await client.GetAsync("admin/users", first.IdToken)).Status);
        await client.PostAsync("password/forgot", $$"""{"email":"{{Root}}"}""");
        var reset = await client.PostAsync(
            "password/reset",
            $$"""{"email":"{{Root}}","code":"{{await codes.OfAsync(Root)}}","newPassword":"{{NewPassword}}"}""");
        Assert.True((int)reset.Status == 200, reset.Body);
        return (string)(await client.LoginAsync(Root, NewPassword)).Json["IdToken"]!;
    }

    private static async Task MoveAsync(GatewayClient client, string admin, Member member, string sub)
    {
        var before = await client.PostAsync("bedrock", ToTitan, member.IdToken, member.Key);
        var moved = await client.PostAsync($"admin/users/{sub}/plan", """{"plan":"pro"}""", admin);
        var token = (string?)(await client.LoginAsync(member.Email, member.Password)).Json["IdToken"];
        var after = await client.PostAsync("bedrock", ToTitan, token, member.Key);
        var account = (await client.GetAsync("account", token)).Json["data"]!;
        var usage = (await client.GetAsync("account/usage", token)).Json["data"]!;

        Assert.Equal(200, (int)before.Status);
        Assert.True((int)moved.Status == 200, moved.Body);
        Assert.Equal(403, (int)after.Status);
        Assert.Contains(
            "The plan pro does not allow the model amazon.titan-text-express-v1.",
            (string?)after.Json["message"],
            StringComparison.Ordinal);
        Assert.Equal("pro", (string?)account["plan"]!["name"]);
        Assert.Equal((1000, "MONTH"), ((int)usage["quota"]!["limit"]!, (string)usage["quota"]!["period"]!));
    }

    private static async Task ShutOutAsync(GatewayClient client, string admin, Member member, string sub)
    {
        var disabled = await client.PostAsync($"admin/users/{sub}/disable", "{}", admin);
        var call = await client.GetAsync("bedrock", member.IdToken, member.Key);
        var account = await client.GetAsync("account", member.IdToken);
        var login = await client.LoginAsync(member.Email, member.Password);
        var enabled = await client.PostAsync($"admin/users/{sub}/enable", "{}", admin);
        var again = await client.GetAsync("bedrock", member.IdToken, member.Key);

        Assert.True((int)disabled.Status == 200, disabled.Body);
        Assert.Equal(403, (int)call.Status);
        // The ID token lives until it expires, and opens nothing that needs a key.
        Assert.Equal("DISABLED", (string?)account.Json["data"]!["status"]);
        Assert.Equal(GatewayReply.Failure(400, "User is disabled."), login.Whole);
        Assert.True((int)enabled.Status == 200, enabled.Body);
        Assert.Equal(200, (int)again.Status);
    }

    private static async Task SignOutAsync(GatewayClient client, string admin, Member member, string sub)
    {
        var left = await client.PostAsync($"admin/users/{sub}/sign-out", "{}", admin);
        var call = await client.GetAsync("bedrock", member.IdToken, member.Key);
        var back = await client.PostAsync($"admin/users/{sub}/enable", "{}", admin);
        var rotated = await client.PostAsync($"admin/users/{sub}/rotate", """{"graceSeconds":0}""", admin);
        var seen = await client.GetAsync($"admin/users/{sub}", admin);
        var token = (string?)(await client.LoginAsync(member.Email, member.Password)).Json["IdToken"];
        var key = (string?)TokenText.Claims(token!)["custom:api_key"];

        Assert.Equal((200, 403, 200), ((int)left.Status, (int)call.Status, (int)back.Status));
        Assert.True((int)rotated.Status == 200, rotated.Body);
        Assert.DoesNotContain(key!, rotated.Body, StringComparison.Ordinal);
        Assert.Equal("pro", (string?)seen.Json["data"]!["plan"]);
        Assert.Equal(403, (int)(await client.GetAsync("bedrock", token, member.Key)).Status);
        Assert.Equal(200, (int)(await client.GetAsync("bedrock", token, key)).Status);
    }

    private static async Task LoseAppAsync(GatewayClient client, string admin, Member member, string sub)
    {
        var tokens = (await client.LoginAsync(member.Email, member.Password)).Json;
        var (id, access) = ((string)tokens["IdToken"]!, (string)tokens["AccessToken"]!);
        var app = await client.PostAsync("account/mfa", $$"""{"accessToken":"{{access}}"}""", id);
        var code = Totp.CodeAt((string)app.Json["data"]!["secret"]!, TimeProvider.System.GetUtcNow());
        var on = await client.PostAsync("account/mfa", $$"""{"accessToken":"{{access}}","code":"{{code}}"}""", id);
        var asked = await client.LoginAsync(member.Email, member.Password);
        var off = await client.SendAsync(
            HttpMethod.Delete, $"admin/users/{sub}/mfa", body: null, ("Authorization", admin));
        var login = await client.LoginAsync(member.Email, member.Password);

        Assert.True((int)on.Status == 200, on.Body);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)asked.Json["challenge"]!["name"]);
        Assert.True((int)off.Status == 200, off.Body);
        Assert.NotNull(login.Json["IdToken"]);
    }

    private static async Task InviteAsync(GatewayClient client, MailedCodes codes, string admin)
    {
        var invited = await client.PostAsync(
            "admin/users", $$"""{"email":"{{Guest}}","fullname":"Grace Hopper","plan":"pro"}""", admin);
        Assert.True((int)invited.Status == 200, invited.Body);
        var first = await codes.OfAsync(Guest);
        var again = await client.PostAsync($"admin/users/{invited.Json["data"]!["sub"]}/invite", "{}", admin);
        Assert.True((int)again.Status == 200, again.Body);
        Assert.NotEqual(first, await codes.OfAsync(Guest));
        var challenge = (await client.LoginAsync(Guest, await codes.OfAsync(Guest))).Json["challenge"]!;
        var answer = new JsonObject
        {
            ["email"] = Guest,
            ["challenge"] = (string?)challenge["name"],
            ["session"] = (string?)challenge["session"],
            ["newPassword"] = NewPassword,
        };

        var login = await client.PostAsync("login/challenge", answer.ToJsonString());

        Assert.Equal("NEW_PASSWORD_REQUIRED", (string?)challenge["name"]);
        var id = (string?)login.Json["IdToken"];
        var key = (string?)TokenText.Claims(id!)["custom:api_key"];
        Assert.Equal(200, (int)(await client.GetAsync("bedrock", id, key)).Status);
    }
}
