using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Accounts;
using BedrockGateway.Api.Tests.Clients;
using BedrockGateway.Infra.Accounts;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>What administrators do in several calls, whatever becomes of any of them.</summary>
public sealed class AdminFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    private const string GetUser = "cognito-idp:AdminGetUser";
    private const string ListGroups = "cognito-idp:AdminListGroupsForUser";
    private const string JoinGroup = "cognito-idp:AdminAddUserToGroup";
    private const string SignOut = "cognito-idp:AdminUserGlobalSignOut";
    private const string GetKeys = "apigateway:GetApiKeys";
    private const string UpdateKey = "apigateway:UpdateApiKey";
    private const string JoinPlan = "apigateway:CreateUsagePlanKey";

    public static TheoryData<string, string> ShutOut() =>
        FaultTable.Rows(GetUser, ListGroups, "cognito-idp:AdminDisableUser", SignOut, GetKeys, UpdateKey);

    public static TheoryData<string, string> LetIn() =>
        FaultTable.Rows("cognito-idp:AdminEnableUser", GetKeys, UpdateKey);

    public static TheoryData<string, string> EndSessions() => FaultTable.Rows(SignOut, GetKeys, UpdateKey);

    public static TheoryData<string, string> Move() => FaultTable.Rows(
        GetKeys, "apigateway:GetUsagePlans", "apigateway:DeleteUsagePlanKey", JoinPlan, JoinGroup);

    public static TheoryData<string, string> Invite() => FaultTable.Rows(
        "cognito-idp:AdminCreateUser",
        "apigateway:CreateApiKey",
        JoinPlan,
        "cognito-idp:AdminUpdateUserAttributes",
        "apigateway:UntagResource",
        JoinGroup);

    [Theory]
    [MemberData(nameof(ShutOut))]
    public async Task ShutOutUser_HasNeitherLoginNorKey(string call, string kind)
    {
        var sub = await EnterAsync();

        await ActAsync(call, kind, sub, "disable");

        var (user, keys) = await ReadAsync(sub);
        Assert.False(user.IsEnabled);
        Assert.All(keys, key => Assert.False(key.IsEnabled));
    }

    [Theory]
    [MemberData(nameof(LetIn))]
    public async Task UserWhoIsLetIn_HasLoginAndKeyAgain(string call, string kind)
    {
        var sub = await EnterAsync();
        await ActAsync(call: null, kind: "", sub, "disable");

        await ActAsync(call, kind, sub, "enable");

        var (user, keys) = await ReadAsync(sub);
        Assert.True(user.IsEnabled);
        Assert.True(Assert.Single(keys).IsEnabled);
    }

    [Theory]
    [MemberData(nameof(EndSessions))]
    public async Task SignedOutUser_HasNoKeyThatWorks(string call, string kind)
    {
        var sub = await EnterAsync();

        await ActAsync(call, kind, sub, "sign-out");

        var (user, keys) = await ReadAsync(sub);
        Assert.True(user.IsEnabled);
        Assert.False(Assert.Single(keys).IsEnabled);
    }

    [Theory]
    [MemberData(nameof(Move))]
    public async Task MovedUser_IsInOnePlanWithKeyAndGroup(string call, string kind)
    {
        var sub = await EnterAsync();

        await ActAsync(call, kind, sub, "plan", new() { ["plan"] = "pro" });

        var (user, keys) = await ReadAsync(sub);
        Assert.NotNull(user.PlanId);
        Assert.Equal([user.PlanId], Assert.Single(keys).PlanIds);
    }

    [Theory]
    [MemberData(nameof(Invite))]
    public async Task InvitedUser_IsThereWithAKeyOrNotAtAll(string call, string kind)
    {
        var admin = await table.Gateway.EnterAsAdministratorAsync();
        var guest = new JsonObject
        {
            ["email"] = $"{Guid.NewGuid():N}@example.com", ["fullname"] = "Grace Hopper", ["plan"] = "pro",
        };

        var (first, second) = await table.RunAsync(
            call, kind, () => table.Gateway.SendAsync(HttpMethod.Post, "admin/users", guest, admin));

        var reply = second ?? first;
        Assert.True(reply.Status == 200, reply.ToString());
        var (user, keys) = await ReadAsync((string)reply.Body["data"]!["sub"]!);
        Assert.Equal("FORCE_CHANGE_PASSWORD", user.Status);
        // One whose reply was lost has an end that is near, and is in no plan.
        Assert.Equal([user.PlanId!], Assert.Single(keys, key => key.IsLasting).PlanIds);
    }

    private async Task<string> EnterAsync() =>
        new JsonWebToken((await table.EnterAsync()).Token).Subject;

    // Without a call nothing goes wrong.
    private async Task ActAsync(string? call, string kind, string sub, string action, JsonObject? body = null)
    {
        var admin = await table.Gateway.EnterAsAdministratorAsync();
        var (first, second) = call is null
            ? (await SendAsync(), null)
            : await table.RunAsync(call, kind, SendAsync);

        Assert.Equal(200, (second ?? first).Status);

        Task<EmulatedReply> SendAsync() => table.Gateway.SendAsync(
            HttpMethod.Post, $"admin/users/{sub}/{action}", body ?? [], admin);
    }

    private async Task<(AccountUser User, List<AccountKey> Keys)> ReadAsync(string sub)
    {
        var all = await table.Gateway.ReadAsync();
        return (all.Users.Single(user => user.Subject == sub), [.. all.Keys.Where(key => key.Subject == sub)]);
    }
}
