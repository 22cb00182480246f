using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Accounts;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>Into which plan administrators put users and guests, whatever becomes of any call.</summary>
public sealed class PlanFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    private const string ListGroups = "cognito-idp:AdminListGroupsForUser";
    private const string JoinGroup = "cognito-idp:AdminAddUserToGroup";
    private const string GetKeys = "apigateway:GetApiKeys";
    private const string GetPlans = "apigateway:GetUsagePlans";
    private const string LeavePlan = "apigateway:DeleteUsagePlanKey";
    private const string JoinPlan = "apigateway:CreateUsagePlanKey";

    private readonly AdministeredTable _users = new(table);

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
    [MemberData(nameof(Move))]
    public async Task MovedUser_IsInOnePlanWithKeyAndGroup(string call, string kind)
    {
        var sub = await _users.EnterAsync();

        await _users.ActAsync(call, kind, $"{sub}/plan", new() { ["plan"] = "pro" });

        var (user, keys) = await _users.ReadAsync(sub);
        Assert.NotNull(user.PlanId);
        Assert.Equal([user.PlanId], Assert.Single(keys).PlanIds);
    }

    [Theory]
    [MemberData(nameof(MoveBack))]
    public async Task UserWhoIsMovedBack_IsInTheDefaultPlanAndNoGroup(string call, string kind)
    {
        var sub = await _users.EnterAsync();
        var (_, before) = await _users.ReadAsync(sub);
        await _users.ActAsync(call: null, kind: "", $"{sub}/plan", new() { ["plan"] = "pro" });

        await _users.ActAsync(call, kind, $"{sub}/plan", new() { ["plan"] = "default" });

        var (user, keys) = await _users.ReadAsync(sub);
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

        var reply = await _users.ActAsync(call, kind, path: null, guest);

        var (user, keys) = await _users.ReadAsync((string)reply.Body["data"]!["sub"]!);
        Assert.Equal("FORCE_CHANGE_PASSWORD", user.Status);
        // One whose reply was lost has an end that is near, and is in no plan.
        Assert.Equal([user.PlanId!], Assert.Single(keys, key => key.IsLasting).PlanIds);
    }
}
