using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Accounts;
using BedrockGateway.Infra.Accounts;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>POST /admin/users/{sub}/rotate, whatever becomes of any of its calls.</summary>
public sealed class RotateUserFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    private const string StoreKey = "cognito-idp:AdminUpdateUserAttributes";
    private const string UntagKey = "apigateway:UntagResource";
    private const string JoinPlan = "apigateway:CreateUsagePlanKey";

    // The first two look at the administrator and find the user, the third judges, the fourth looks once more.
    public static TheoryData<string, string> Rows() => FaultTable.Rows(
        "cognito-idp:AdminGetUser#2",
        "apigateway:GetApiKeys",
        "cognito-idp:AdminGetUser#3",
        "apigateway:GetApiKeys#2",
        "apigateway:GetUsagePlans",
        "apigateway:CreateApiKey",
        "apigateway:GetApiKeys#3",
        JoinPlan,
        "apigateway:GetUsage",
        "apigateway:UpdateUsage",
        StoreKey,
        UntagKey,
        "apigateway:TagResource",
        "cognito-idp:AdminGetUser#4",
        "apigateway:GetApiKey",
        "apigateway:DeleteApiKey");

    public static TheoryData<string, string> RowsOfAFirstKey() => FaultTable.Rows(
        "apigateway:GetApiKeys",
        "cognito-idp:AdminListGroupsForUser#2",
        "apigateway:CreateApiKey",
        JoinPlan,
        StoreKey,
        UntagKey);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task RotatedKey_IsTheOneThatCounts(string call, string kind)
    {
        var sub = await EnterAsync();
        var (_, before) = await ReadAsync(sub);

        await RotateAsync(call, kind, sub);

        var (user, key) = await ReadAsync(sub);
        Assert.NotEqual(before.Id, key.Id);
        Assert.True(key.IsMarkedBy(user.Mark));
    }

    [Theory]
    [MemberData(nameof(RowsOfAFirstKey))]
    public async Task FirstKey_IsTheOneThatCounts(string call, string kind)
    {
        var sub = await EnterAsync();
        var (_, before) = await ReadAsync(sub);
        await table.Gateway.MendAsync(new Mending.DeleteKey(before.Id));

        await RotateAsync(call, kind, sub);

        var (user, key) = await ReadAsync(sub);
        Assert.True(key.IsMarkedBy(user.Mark));
        Assert.Equal(before.PlanIds, key.PlanIds);
    }

    private async Task<string> EnterAsync() =>
        new JsonWebToken((await table.EnterAsync()).Token).Subject;

    // Without a grace period the old key is deleted as well.
    private async Task RotateAsync(string call, string kind, string sub)
    {
        var admin = await table.Gateway.EnterAsAdministratorAsync();
        var (first, second) = await table.RunAsync(call, kind, () => table.Gateway.SendAsync(
            HttpMethod.Post, $"admin/users/{sub}/rotate", new JsonObject { ["graceSeconds"] = 0 }, admin));

        var reply = second ?? first;
        Assert.True(reply.Status == 200, reply.ToString());
    }

    private async Task<(AccountUser User, AccountKey Key)> ReadAsync(string sub)
    {
        var all = await table.Gateway.ReadAsync();
        return (
            all.Users.Single(user => user.Subject == sub),
            Assert.Single(all.Keys, key => key.Subject == sub && key.IsLasting));
    }
}
