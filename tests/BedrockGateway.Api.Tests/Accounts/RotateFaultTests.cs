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
        "apigateway:CreateUsagePlanKey",
        "apigateway:GetUsage",
        "apigateway:UpdateUsage",
        "cognito-idp:AdminUpdateUserAttributes",
        "apigateway:UntagResource",
        "apigateway:TagResource",
        "apigateway:GetApiKey",
        "apigateway:DeleteApiKey");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Rotation_LeavesOneKeyThatCounts(string call, string kind)
    {
        var (_, token) = await table.EnterAsync();

        await table.RunAsync(call, kind, () => table.Gateway.SendAsync(
            HttpMethod.Post, "account/key/rotate", new JsonObject { ["graceSeconds"] = 3600 }, token));

        var all = await table.Gateway.ReadAsync();
        Assert.Equal(all.Users.Count, all.Keys.Count(key => key.IsLasting));
    }
}
