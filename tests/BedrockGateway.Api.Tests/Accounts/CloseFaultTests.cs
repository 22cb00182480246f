using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Clients;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>DELETE /account, whatever becomes of any of its calls.</summary>
public sealed class CloseFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    private const string GetKeys = "apigateway:GetApiKeys";

    public static TheoryData<string, string> Rows() => FaultTable.Rows(
        "cognito-idp:AdminGetUser",
        "cognito-idp:InitiateAuth",
        "cognito-idp:AdminAddUserToGroup",
        "cognito-idp:AdminDisableUser",
        GetKeys,
        "apigateway:DeleteApiKey",
        "apigateway:GetApiKeys#2",
        "cognito-idp:AdminUserGlobalSignOut");

    public static TheoryData<string, string> RowsOfARepeat() =>
        FaultTable.Rows("cognito-idp:AdminListGroupsForUser");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Closing_LetsNobodyInOnceItHasBeenRepeated(string call, string kind)
    {
        var (_, token) = await table.EnterAsync();

        await AssertClosedAsync(call, kind, token);
    }

    // A disabled user cannot prove the password again; the group says that they have.
    [Theory]
    [MemberData(nameof(RowsOfARepeat))]
    public async Task ClosingThatHasBegun_IsFinishedByTheSameRequest(string call, string kind)
    {
        var (_, token) = await table.EnterAsync();
        Assert.Equal(400, (await table.FailAsync(GetKeys, "is refused", () => CloseAsync(token))).Status);

        await AssertClosedAsync(call, kind, token);
    }

    private async Task AssertClosedAsync(string call, string kind, string token)
    {
        var (first, second) = await table.RunAsync(call, kind, () => CloseAsync(token));

        Assert.Equal(200, (second ?? first).Status);
        var all = await table.Gateway.ReadAsync();
        Assert.All(all.Users, user => Assert.False(user.IsEnabled));
        Assert.Empty(all.Keys);
    }

    private Task<EmulatedReply> CloseAsync(string token) => table.Gateway.SendAsync(
        HttpMethod.Delete, "account", new JsonObject { ["password"] = EmulatedGateway.Password }, token);
}
