using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Clients;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>DELETE /account, whatever becomes of any of its calls.</summary>
public sealed class CloseFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    public static TheoryData<string, string> Rows() => FaultTable.Rows(
        "cognito-idp:AdminGetUser",
        "cognito-idp:InitiateAuth",
        "cognito-idp:AdminAddUserToGroup",
        "cognito-idp:AdminDisableUser",
        "apigateway:GetApiKeys",
        "apigateway:DeleteApiKey",
        "cognito-idp:AdminUserGlobalSignOut");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Closing_LetsNobodyInOnceItHasBeenRepeated(string call, string kind)
    {
        var (_, token) = await table.EnterAsync();

        var (first, second) = await table.RunAsync(call, kind, () => table.Gateway.SendAsync(
            HttpMethod.Delete, "account", new JsonObject { ["password"] = EmulatedGateway.Password }, token));

        Assert.Equal(200, (second ?? first).Status);
        var all = await table.Gateway.ReadAsync();
        Assert.All(all.Users, user => Assert.False(user.IsEnabled));
        Assert.Empty(all.Keys);
    }
}
