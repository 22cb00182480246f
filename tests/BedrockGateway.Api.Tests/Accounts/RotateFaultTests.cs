using System.Text.Json.Nodes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>POST /account/key/rotate, whatever becomes of any of its calls.</summary>
public sealed class RotateFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    public static TheoryData<string, string> Rows() => FaultTable.Rows(
        "cognito-idp:AdminGetUser",
        "apigateway:GetApiKeys",
        "apigateway:GetUsagePlans",
        "apigateway:CreateApiKey",
        "apigateway:GetApiKeys#2",
        "apigateway:CreateUsagePlanKey",
        "apigateway:GetUsage",
        "apigateway:UpdateUsage",
        "cognito-idp:AdminUpdateUserAttributes",
        "apigateway:UntagResource",
        "apigateway:TagResource",
        "cognito-idp:AdminGetUser#2",
        "apigateway:GetApiKey");

    public static TheoryData<string, string> LastRows() => FaultTable.Rows("apigateway:DeleteApiKey");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Rotation_LeavesOneKeyThatCounts(string call, string kind) =>
        AssertOneAsync(call, kind, graceSeconds: 3600);

    [Theory]
    [MemberData(nameof(LastRows))]
    public Task RotationWithoutGrace_LeavesOneKeyThatCounts(string call, string kind) =>
        AssertOneAsync(call, kind, graceSeconds: 0);

    private async Task AssertOneAsync(string call, string kind, int graceSeconds)
    {
        var (_, token) = await table.EnterAsync();

        var (first, second) = await table.RunAsync(call, kind, () => table.Gateway.SendAsync(
            HttpMethod.Post, "account/key/rotate", new JsonObject { ["graceSeconds"] = graceSeconds }, token));

        Assert.Equal(200, (second ?? first).Status);
        var all = await table.Gateway.ReadAsync();
        Assert.Equal(all.Users.Count, all.Keys.Count(key => key.IsLasting));
    }
}
