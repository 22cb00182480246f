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
    private const string Disable = "cognito-idp:AdminDisableUser";
    private const string SignOut = "cognito-idp:AdminUserGlobalSignOut";
    private const string GetKeys = "apigateway:GetApiKeys";
    private const string UpdateKey = "apigateway:UpdateApiKey";
    private const string DeleteKey = "apigateway:DeleteApiKey";
    private const string GetPlans = "apigateway:GetUsagePlans";
    private const string LeavePlan = "apigateway:DeleteUsagePlanKey";
    private const string JoinPlan = "apigateway:CreateUsagePlanKey";

    public static TheoryData<string, string> ShutOut() => FaultTable.Rows(
        GetUser, ListGroups, $"{GetUser}#2", Disable, SignOut, GetKeys, UpdateKey, $"{GetKeys}#2");

    public static TheoryData<string, string> LetIn() =>
        FaultTable.Rows($"{ListGroups}#2", "cognito-idp:AdminEnableUser", GetKeys, UpdateKey, $"{GetKeys}#2");

    public static TheoryData<string, string> EndSessions() =>
        FaultTable.Rows(SignOut, GetKeys, UpdateKey, $"{GetKeys}#2");

    public static TheoryData<string, string> Close() =>
        FaultTable.Rows(JoinGroup, Disable, GetKeys, DeleteKey, $"{GetKeys}#2", SignOut);

    public static TheoryData<string, string> Move() =>
        FaultTable.Rows($"{ListGroups}#2", GetKeys, GetPlans, LeavePlan, JoinPlan, $"{GetKeys}#2", JoinGroup);

    public static TheoryData<string, string> MoveBack() =>
        FaultTable.Rows(GetKeys, GetPlans, LeavePlan, JoinPlan, "cognito-idp:AdminRemoveUserFromGroup");

    public static TheoryData<string, string> Invite() => FaultTable.Rows(
        "cognito-idp:AdminCreateUser",
        "apigateway:CreateApiKey",
        JoinPlan,
        "cognito-idp:AdminUpdateUserAttributes",
        "apigateway:UntagResource",
        JoinGroup,
        "cognito-idp:AdminCreateUser#2");

    [Theory]
    [MemberData(nameof(ShutOut))]
    public async Task ShutOutUser_HasNeitherLoginNorKey(string call, string kind)
    {
        var sub = await EnterAsync();

        await ActAsync(call, kind, $"{sub}/disable");

        var (user, keys) = await ReadAsync(sub);
        Assert.False(user.IsEnabled);
        Assert.All(keys, key => Assert.False(key.IsEnabled));
    }

    [Theory]
    [MemberData(nameof(LetIn))]
    public async Task UserWhoIsLetIn_HasLoginAndKeyAgain(string call, string kind)
    {
        var sub = await EnterAsync();
        await ActAsync(call: null, kind: "", $"{sub}/disable");

        await ActAsync(call, kind, $"{sub}/enable");

        var (user, keys) = await ReadAsync(sub);
        Assert.True(user.IsEnabled);
        Assert.True(Assert.Single(keys).IsEnabled);
    }

    [Theory]
    [MemberData(nameof(EndSessions))]
    public async Task SignedOutUser_HasNoKeyThatWorks(string call, string kind)
    {
        var sub = await EnterAsync();

        await ActAsync(call, kind, $"{sub}/sign-out");

        var (user, keys) = await ReadAsync(sub);
        Assert.True(user.IsEnabled);
        Assert.False(Assert.Single(keys).IsEnabled);
    }

    [Theory]
    [MemberData(nameof(Close))]
    public async Task UserWhoIsDeleted_HasNeitherLoginNorKey(string call, string kind)
    {
        var sub = await EnterAsync();

        await ActAsync(call, kind, sub, verb: "DELETE");

        var (user, keys) = await ReadAsync(sub);
        Assert.True(user is { IsEnabled: false, IsClosed: true });
        Assert.Empty(keys);
    }

    [Theory]
    [MemberData(nameof(Move))]
    public async Task MovedUser_IsInOnePlanWithKeyAndGroup(string call, string kind)
    {
        var sub = await EnterAsync();

        await ActAsync(call, kind, $"{sub}/plan", new() { ["plan"] = "pro" });

        var (user, keys) = await ReadAsync(sub);
        Assert.NotNull(user.PlanId);
        Assert.Equal([user.PlanId], Assert.Single(keys).PlanIds);
    }

    [Theory]
    [MemberData(nameof(MoveBack))]
    public async Task UserWhoIsMovedBack_IsInTheDefaultPlanAndNoGroup(string call, string kind)
    {
        var sub = await EnterAsync();
        var (_, before) = await ReadAsync(sub);
        await ActAsync(call: null, kind: "", $"{sub}/plan", new() { ["plan"] = "pro" });

        await ActAsync(call, kind, $"{sub}/plan", new() { ["plan"] = "default" });

        var (user, keys) = await ReadAsync(sub);
        Assert.Null(user.PlanId);
        Assert.Equal(Assert.Single(before).PlanIds, Assert.Single(keys).PlanIds);
    }

    [Theory]
    [MemberData(nameof(Invite))]
    public async Task InvitedUser_IsThereWithAKeyOrNotAtAll(string call, string kind)
    {
        var guest = new JsonObject
        {
            ["email"] = $"{Guid.NewGuid():N}@example.com", ["fullname"] = "Grace Hopper", ["plan"] = "pro",
        };

        var reply = await ActAsync(call, kind, path: null, guest);

        var (user, keys) = await ReadAsync((string)reply.Body["data"]!["sub"]!);
        Assert.Equal("FORCE_CHANGE_PASSWORD", user.Status);
        // One whose reply was lost has an end that is near, and is in no plan.
        Assert.Equal([user.PlanId!], Assert.Single(keys, key => key.IsLasting).PlanIds);
    }

    private async Task<string> EnterAsync() =>
        new JsonWebToken((await table.EnterAsync()).Token).Subject;

    // Without a call nothing goes wrong.
    private async Task<EmulatedReply> ActAsync(
        string? call, string kind, string? path, JsonObject? body = null, string verb = "POST")
    {
        var admin = await table.Gateway.EnterAsAdministratorAsync();
        var (first, second) = call is null
            ? (await SendAsync(), null)
            : await table.RunAsync(call, kind, SendAsync);

        var reply = second ?? first;
        Assert.True(reply.Status == 200, reply.ToString());
        return reply;

        Task<EmulatedReply> SendAsync() => table.Gateway.SendAsync(
            new(verb), path is null ? "admin/users" : $"admin/users/{path}", body ?? [], admin);
    }

    private async Task<(AccountUser User, List<AccountKey> Keys)> ReadAsync(string sub)
    {
        var all = await table.Gateway.ReadAsync();
        return (all.Users.Single(user => user.Subject == sub), [.. all.Keys.Where(key => key.Subject == sub)]);
    }
}
