using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Compat.Tests.AwsSdk;

/// <summary>Groups, and what shuts a user out or asks more of them.</summary>
public sealed class CognitoMembershipTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OperationsOnAUser_NamePoolAndUser()
    {
        await using var server = await WireServer.AnsweringAsync(200, "{}", Token);
        using var client = Clients.Cognito(server);

        await client.AdminAddUserToGroupAsync(
            new AdminAddUserToGroupRequest { UserPoolId = "p_1", Username = "u", GroupName = "closed" }, Token);
        await client.AdminDisableUserAsync(new AdminDisableUserRequest { UserPoolId = "p_1", Username = "u" }, Token);
        await client.AdminUserGlobalSignOutAsync(
            new AdminUserGlobalSignOutRequest { UserPoolId = "p_1", Username = "u" }, Token);

        Assert.Equal(
            [
                ("AdminAddUserToGroup", """{"GroupName":"closed","UserPoolId":"p_1","Username":"u"}"""),
                ("AdminDisableUser", """{"UserPoolId":"p_1","Username":"u"}"""),
                ("AdminUserGlobalSignOut", """{"UserPoolId":"p_1","Username":"u"}"""),
            ],
            server.Requests.Select(request => (request.Header("x-amz-target")!.Split('.')[1], request.Text)));
    }

    [Fact]
    public async Task Groups_AreReadInPages()
    {
        await using var server = await WireServer.StartAsync(Token);
        server.Prepare(
            200,
            """
            {"Groups":[{"GroupName":"closed","UserPoolId":"p_1","Precedence":3,"CreationDate":1700000000.5}],
            "NextToken":"n1"}
            """);
        server.Prepare(
            200, """{"Users":[{"Username":"u","Enabled":false,"UserLastModifiedDate":1700000000}],"NextToken":"n2"}""");
        using var client = Clients.Cognito(server);

        var groups = await client.AdminListGroupsForUserAsync(
            new AdminListGroupsForUserRequest { UserPoolId = "p_1", Username = "u", Limit = 60, NextToken = "n0" },
            Token);
        var users = await client.ListUsersInGroupAsync(
            new ListUsersInGroupRequest { UserPoolId = "p_1", GroupName = "closed", Limit = 60 }, Token);

        Assert.Equal(
            [
                """{"Limit":60,"NextToken":"n0","UserPoolId":"p_1","Username":"u"}""",
                """{"GroupName":"closed","Limit":60,"UserPoolId":"p_1"}""",
            ],
            server.Requests.Select(request => request.Text));
        var group = Assert.Single(groups.Groups);
        Assert.Equal(("closed", 3, "n1"), (group.GroupName, group.Precedence, groups.NextToken));
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_000.5), group.CreationDate);
        var user = Assert.Single(users.Users);
        Assert.Equal(("u", false, "n2"), (user.Username, user.Enabled, users.NextToken));
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_000), user.UserLastModifiedDate);
    }

    [Fact]
    public async Task AdminSetUserMfaPreference_NamesUserAndFactor()
    {
        await using var server = await WireServer.AnsweringAsync(200, "{}", Token);
        using var client = Clients.Cognito(server);

        await client.AdminSetUserMFAPreferenceAsync(
            new AdminSetUserMFAPreferenceRequest
            {
                UserPoolId = "pool",
                Username = "u",
                SoftwareTokenMfaSettings = new() { Enabled = false, PreferredMfa = false },
            },
            Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("AWSCognitoIdentityProviderService.AdminSetUserMFAPreference", request.Header("x-amz-target"));
        Assert.Equal(
            """
            {"SoftwareTokenMfaSettings":{"Enabled":false,"PreferredMfa":false},"Username":"u","UserPoolId":"pool"}
            """,
            request.Text);
    }

    [Fact]
    public async Task SetUserMfaPreference_NamesTheFactor()
    {
        await using var server = await WireServer.AnsweringAsync(200, "{}", Token);
        using var client = Clients.Cognito(server);

        await client.SetUserMFAPreferenceAsync(
            new SetUserMFAPreferenceRequest
            {
                AccessToken = "token",
                SoftwareTokenMfaSettings = new() { Enabled = true, PreferredMfa = true },
            },
            Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("AWSCognitoIdentityProviderService.SetUserMFAPreference", request.Header("x-amz-target"));
        Assert.Equal(
            """{"AccessToken":"token","SoftwareTokenMfaSettings":{"Enabled":true,"PreferredMfa":true}}""",
            request.Text);
    }
}
