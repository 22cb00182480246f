using System.Net;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>Seeing users, shutting them out and letting them in.</summary>
public sealed class AdminUserTests : IAsyncLifetime
{
    private const string Own = "Administrators cannot do this to their own account.";

    private AdminFixture _fixture = null!;

    public static TheoryData<string, string, bool> StepsOfDisable => Steps(
        "disable", "AdminDisableUser", "AdminUserGlobalSignOut", "GetApiKeys", "UpdateApiKey");

    public static TheoryData<string, string, bool> StepsOfOthers =>
    [
        .. Steps("enable", "AdminEnableUser", "GetApiKeys", "UpdateApiKey"),
        .. Steps("sign-out", "AdminUserGlobalSignOut", "GetApiKeys", "UpdateApiKey"),
    ];

    public async ValueTask InitializeAsync() => _fixture = await AdminFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task List_IsToldPageByPage()
    {
        await _fixture.Gateway.EnterAsync("zoe@example.com");

        using var first = await _fixture.SendAsync("GET", "/admin/users?limit=2");
        using var last = await _fixture.SendAsync("GET", "/admin/users?limit=2&next=2");

        var page = await first.JsonAsync();
        Assert.Equal("2", page.GetProperty("next").GetString());
        Assert.Equal(
            ["ann@example.com", "boss@example.com"],
            page.GetProperty("data").EnumerateArray().Select(user => user.GetProperty("email").GetString()));
        await last.IsAsync(
            200,
            $$"""
            {"status":200,"success":true,"message":"Successfully retrieved the users.","data":[
            {"sub":"{{_fixture.UserOf("zoe@example.com").Subject}}","email":"zoe@example.com","name":"Ann Lee",
            "enabled":true,"created":"2026-03-04T10:00:00Z","modified":"2026-03-04T10:00:00Z"}],"next":null}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?filter=email:ann%2Bx@", "email ^= \"ann+x@\"")]
    [InlineData("?filter=status:DISABLED", "status = \"Disabled\"")]
    [InlineData("?filter=status:ENABLED", "status = \"Enabled\"")]
    [InlineData("?filter=status:FORCE_CHANGE_PASSWORD", "cognito:user_status = \"FORCE_CHANGE_PASSWORD\"")]
    public async Task Filter_IsCognitos(string query, string? filter)
    {
        using var reply = await _fixture.SendAsync("GET", $"/admin/users{query}");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal([filter], _fixture.Gateway.Cognito.Filters);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("email:")]
    [InlineData("email:a\"")]
    [InlineData("email:a\\")]
    [InlineData("email:a b")]
    [InlineData("email:ä")]
    [InlineData("email:\" or sub ^= \"")]
    [InlineData("status:disabled")]
    [InlineData("status:DISABLED\"")]
    [InlineData("sub:1")]
    [InlineData("custom:api_key:1")]
    public async Task OtherFilter_IsRefusedAndNeverAsked(string filter)
    {
        using var reply = await _fixture.SendAsync("GET", $"/admin/users?filter={Uri.EscapeDataString(filter)}");

        await reply.FailsAsync(
            400,
            "filter must be email: and the beginning of an address, or status: and one of ENABLED, DISABLED, "
            + "CONFIRMED, UNCONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED.");
        Assert.Empty(_fixture.Gateway.Cognito.Filters);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task OtherLimit_IsRefused(string limit)
    {
        using var reply = await _fixture.SendAsync("GET", $"/admin/users?limit={limit}");

        await reply.FailsAsync(400, "limit must be a whole number from 1 to 60.");
    }

    [Fact]
    public async Task User_IsShownWithGroupsPlanAndKeyButNotItsValue()
    {
        _fixture.User.Groups.UnionWith(["plan-pro", "other"]);

        using var reply = await _fixture.SendAsync("GET", _fixture.UserPath);

        await reply.IsAsync(
            200,
            $$$"""
            {"status":200,"success":true,"message":"Successfully retrieved the user.","data":{
            "sub":"{{{_fixture.User.Subject}}}","email":"ann@example.com","name":"Ann Lee","status":"CONFIRMED",
            "enabled":true,"created":"2026-03-04T10:00:00Z","groups":["other","plan-pro"],"plan":"pro",
            "reference":"test-stack-{{{_fixture.User.Subject}}}","key":{"id":"key0000002","enabled":true,
            "created":"2024-10-06T00:00:00Z","plan":"default"} } }
            """.ReplaceLineEndings("").Replace(" } }", "}}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UserWithoutKey_HasNone()
    {
        await _fixture.Gateway.Keys.DeleteApiKeyAsync(
            new() { ApiKey = "key0000002" }, TestContext.Current.CancellationToken);

        using var reply = await _fixture.SendAsync("GET", _fixture.UserPath);

        Assert.Equal("null", (await reply.JsonAsync()).GetProperty("data").GetProperty("key").GetRawText());
    }

    [Theory]
    [InlineData("GET", "", null)]
    [InlineData("DELETE", "", null)]
    [InlineData("POST", "/disable", null)]
    [InlineData("POST", "/enable", null)]
    [InlineData("POST", "/plan", """{"plan":"pro"}""")]
    [InlineData("POST", "/rotate", null)]
    [InlineData("POST", "/sign-out", null)]
    public async Task UnknownUser_IsNotFound(string method, string action, string? body)
    {
        foreach (var sub in new[] { "11111111-2222-3333-4444-555555555555", "ann@example.com", "1" })
        {
            using var reply = await _fixture.SendAsync(method, $"/admin/users/{sub}{action}", body);
            await reply.FailsAsync(404, "User does not exist.");
        }
    }

    [Fact]
    public async Task Disabled_HasNoSessionAndNoKeyUntilEnabled()
    {
        var session = await _fixture.Gateway.LoginAsync();
        AddOldKey();

        using var disabled = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/disable");

        await disabled.SucceedsAsync("The user is disabled.");
        Assert.False(_fixture.User.Enabled);
        Assert.All(KeysOfUser(), key => Assert.False(key.Enabled));
        Assert.True(_fixture.KeyOf(AdminFixture.Boss).Enabled);
        using var refresh = await _fixture.Gateway.PostAsync(
            "/refresh", $$"""{"refreshToken":"{{session.Refresh}}"}""");
        await refresh.FailsAsync(400, "Refresh Token has been revoked");
        using var call = await _fixture.Gateway.SendAsync(
            HttpMethod.Get, "/bedrock", session.Id, _fixture.User.ApiKey);
        await call.IsRefusedAsync(403, "permission_error", "Forbidden");

        using var enabled = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/enable");

        await enabled.SucceedsAsync("The user is enabled.");
        Assert.True(_fixture.User.Enabled);
        Assert.All(KeysOfUser(), key => Assert.True(key.Enabled));
    }

    // AWS says nowhere whether a disabled user can be signed out; disabling revokes the tokens anyway.
    [Fact]
    public async Task DisabledUserWhoCannotBeSignedOut_LosesTheKeysAllTheSame()
    {
        _fixture.Gateway.Faults.Before(
            "AdminUserGlobalSignOut",
            () => new Amazon.CognitoIdentityProvider.Model.NotAuthorizedException("User is disabled."));

        using var reply = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/disable");

        await reply.SucceedsAsync("The user is disabled.");
        Assert.All(KeysOfUser(), key => Assert.False(key.Enabled));
    }

    [Fact]
    public async Task SignedOut_MayLogInAndHasNoKey()
    {
        using var reply = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/sign-out");

        await reply.SucceedsAsync("The user is signed out and the API keys are disabled until the user is enabled.");
        Assert.NotEqual(0, _fixture.User.SignedOutAt);
        Assert.All(KeysOfUser(), key => Assert.False(key.Enabled));
        Assert.NotEmpty((await _fixture.Gateway.LoginAsync()).Id);
    }

    [Theory]
    [InlineData("POST", "/disable")]
    [InlineData("DELETE", "")]
    public async Task OwnAccount_IsLeftAlone(string method, string action)
    {
        using var reply = await _fixture.SendAsync(method, $"/admin/users/{_fixture.Admin.Subject}{action}");

        await reply.FailsAsync(409, Own);
        Assert.True(_fixture.Admin.Enabled);
        Assert.True(_fixture.KeyOf(AdminFixture.Boss).Enabled);
    }

    [Fact]
    public async Task Deleted_HasNoKeyAndCannotBeEnabledNorMoved()
    {
        using var deleted = await _fixture.SendAsync("DELETE", _fixture.UserPath);
        using var enabled = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/enable");
        using var moved = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/plan", """{"plan":"pro"}""");

        await deleted.SucceedsAsync("The account is closed.");
        await enabled.FailsAsync(409, "The account is closed.");
        await moved.FailsAsync(409, "The account is closed.");
        Assert.Empty(KeysOfUser());
        Assert.False(_fixture.User.Enabled);
        Assert.Contains("closed", _fixture.User.Groups);
    }

    [Theory]
    [MemberData(nameof(StepsOfDisable))]
    public async Task FailedDisable_IsToldAndFinishedByARepeat(string action, string step, bool isLost)
    {
        await FailAsync(action, step, isLost);

        using var again = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/{action}");

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.False(_fixture.User.Enabled);
        Assert.All(KeysOfUser(), key => Assert.False(key.Enabled));
    }

    [Theory]
    [MemberData(nameof(StepsOfOthers))]
    public async Task FailedStep_IsToldAndFinishedByARepeat(string action, string step, bool isLost)
    {
        var isEnable = action == "enable";
        _fixture.User.Enabled = !isEnable;
        _fixture.KeyOf(AdminFixture.Ann).Enabled = !isEnable;

        await FailAsync(action, step, isLost);
        using var again = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/{action}");

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.True(_fixture.User.Enabled);
        Assert.All(KeysOfUser(), key => Assert.Equal(isEnable, key.Enabled));
    }

    private static TheoryData<string, string, bool> Steps(string action, params string[] steps) =>
    [
        .. steps.SelectMany(step => new[] { false, true }
            .Select(isLost => new TheoryDataRow<string, string, bool>(action, step, isLost))),
    ];

    private async Task FailAsync(string action, string step, bool isLost)
    {
        foreach (var failure in AdminFixture.Failures)
        {
            if (isLost)
            {
                _fixture.Gateway.Faults.After(step, failure);
            }
            else
            {
                _fixture.Gateway.Faults.Before(step, failure);
            }
        }

        using var failed = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/{action}");
        Assert.InRange((int)failed.StatusCode, 500, 502);
        using var second = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/{action}");
    }

    private void AddOldKey() => _fixture.Gateway.Keys.Copy(
        "key0000002", key => key.Tags = new() { ["expires"] = "2026-03-05T00:00:00Z" });

    private IEnumerable<Amazon.APIGateway.Model.ApiKey> KeysOfUser() =>
        _fixture.Gateway.Keys.Keys.Where(key => key.Name == $"{Gateway.Stack}-{_fixture.User.Subject}");
}
