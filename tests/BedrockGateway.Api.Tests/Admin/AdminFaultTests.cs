using BedrockGateway.Api.Tests.Accounts;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>What administrators do to a user's access in several calls, whatever becomes of any of them.</summary>
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

    private readonly AdministeredTable _users = new(table);

    public static TheoryData<string, string> ShutOut() => FaultTable.Rows(
        GetUser, ListGroups, $"{GetUser}#2", Disable, SignOut, GetKeys, UpdateKey, $"{GetKeys}#2");

    public static TheoryData<string, string> LetIn() =>
        FaultTable.Rows($"{ListGroups}#2", "cognito-idp:AdminEnableUser", GetKeys, UpdateKey, $"{GetKeys}#2");

    public static TheoryData<string, string> EndSessions() =>
        FaultTable.Rows(SignOut, GetKeys, UpdateKey, $"{GetKeys}#2");

    public static TheoryData<string, string> Close() =>
        FaultTable.Rows(JoinGroup, Disable, GetKeys, DeleteKey, $"{GetKeys}#2", SignOut);

    [Theory]
    [MemberData(nameof(ShutOut))]
    public async Task ShutOutUser_HasNeitherLoginNorKey(string call, string kind)
    {
        var sub = await _users.EnterAsync();

        await _users.ActAsync(call, kind, $"{sub}/disable");

        var (user, keys) = await _users.ReadAsync(sub);
        Assert.False(user.IsEnabled);
        Assert.All(keys, key => Assert.False(key.IsEnabled));
    }

    [Theory]
    [MemberData(nameof(LetIn))]
    public async Task UserWhoIsLetIn_HasLoginAndKeyAgain(string call, string kind)
    {
        var sub = await _users.EnterAsync();
        await _users.ActAsync(call: null, kind: "", $"{sub}/disable");

        await _users.ActAsync(call, kind, $"{sub}/enable");

        var (user, keys) = await _users.ReadAsync(sub);
        Assert.True(user.IsEnabled);
        Assert.True(Assert.Single(keys).IsEnabled);
    }

    [Theory]
    [MemberData(nameof(EndSessions))]
    public async Task SignedOutUser_HasNoKeyThatWorks(string call, string kind)
    {
        var sub = await _users.EnterAsync();

        await _users.ActAsync(call, kind, $"{sub}/sign-out");

        var (user, keys) = await _users.ReadAsync(sub);
        Assert.True(user.IsEnabled);
        Assert.False(Assert.Single(keys).IsEnabled);
    }

    [Theory]
    [MemberData(nameof(Close))]
    public async Task UserWhoIsDeleted_HasNeitherLoginNorKey(string call, string kind)
    {
        var sub = await _users.EnterAsync();

        await _users.ActAsync(call, kind, sub, verb: "DELETE");

        var (user, keys) = await _users.ReadAsync(sub);
        Assert.True(user is { IsEnabled: false, IsClosed: true });
        Assert.Empty(keys);
    }
}
