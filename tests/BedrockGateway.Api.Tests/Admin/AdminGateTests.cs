using System.Text.Json;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>Who gets to the routes of administrators, and what is written down of it.</summary>
public sealed class AdminGateTests : IAsyncLifetime
{
    private const string Denied = "Only administrators may do this.";
    private const string Somebody = "11111111-2222-3333-4444-555555555555";

    private AdminFixture _fixture = null!;

    public static TheoryData<string, string, string> Routes => new()
    {
        { "GET", "/admin/users", "list-users" },
        { "POST", "/admin/users", "invite" },
        { "GET", $"/admin/users/{Somebody}", "get-user" },
        { "DELETE", $"/admin/users/{Somebody}", "delete" },
        { "POST", $"/admin/users/{Somebody}/disable", "disable" },
        { "POST", $"/admin/users/{Somebody}/enable", "enable" },
        { "POST", $"/admin/users/{Somebody}/invite", "invite-again" },
        { "DELETE", $"/admin/users/{Somebody}/mfa", "remove-mfa" },
        { "POST", $"/admin/users/{Somebody}/plan", "plan" },
        { "POST", $"/admin/users/{Somebody}/rotate", "rotate" },
        { "POST", $"/admin/users/{Somebody}/sign-out", "sign-out" },
        { "GET", "/admin/usage", "get-usage" },
    };

    public async ValueTask InitializeAsync() => _fixture = await AdminFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task UserOfNoGroup_IsForbiddenAndAudited(string method, string path, string action)
    {
        using var reply = await _fixture.SendAsync(method, path, "{}", groups: []);

        await reply.FailsAsync(403, Denied);
        var line = await AuditAsync();
        var target = path.Contains(Somebody, StringComparison.Ordinal) ? Somebody : "-";
        Assert.Equal((_fixture.Admin.Subject, action, target, "refused", 403), line);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task NoToken_IsUnauthorized(string method, string path, string action)
    {
        using var reply = await _fixture.Gateway.SendAsync(new(method), path);

        await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
        Assert.DoesNotContain("Audit", await _fixture.Gateway.StopAsync(), StringComparison.Ordinal);
        Assert.NotEmpty(action);
    }

    // The token lives on: a disabled administrator must not let themselves in again.
    [Fact]
    public async Task DisabledAdministrator_IsForbiddenWhileTheTokenLives()
    {
        _fixture.Admin.Enabled = false;

        using var reply = await _fixture.SendAsync("POST", $"/admin/users/{_fixture.Admin.Subject}/enable");

        await reply.FailsAsync(403, Denied);
        Assert.False(_fixture.Admin.Enabled);
    }

    [Fact]
    public async Task FormerAdministrator_IsForbiddenWhileTheTokenLives()
    {
        _fixture.Admin.Groups.Remove("admins");

        using var reply = await _fixture.SendAsync("GET", "/admin/users");

        await reply.FailsAsync(403, Denied);
    }

    [Fact]
    public async Task NewAdministrator_NeedsANewToken()
    {
        _fixture.Admin.Groups.Add("other");

        using var reply = await _fixture.SendAsync("GET", "/admin/users", groups: ["administrators", "plan-admins"]);

        await reply.FailsAsync(403, Denied);
    }

    [Fact]
    public async Task DoneRefusedAndFailed_AreWrittenDownWithoutAddresses()
    {
        using var unknown = await _fixture.SendAsync("POST", "/admin/users/ann@example.com/disable");
        _fixture.Gateway.Faults.Before("AdminDisableUser", () => new HttpRequestException("secret-host:443"));
        using var failed = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/disable");
        using var done = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/disable");

        var log = await _fixture.Gateway.StopAsync();
        var user = _fixture.User.Subject;
        Assert.Equal(
            [
                (_fixture.Admin.Subject, "disable", "(none)", "refused", 404),
                (_fixture.Admin.Subject, "disable", user, "failed", 502),
                (_fixture.Admin.Subject, "disable", user, "done", 200),
            ],
            Lines(log));
        Assert.DoesNotContain("example.com", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FunctionRole.Accounts, 401, "authentication_error", "Unauthorized")]
    [InlineData(FunctionRole.Models, 403, "permission_error", "Missing Authentication Token")]
    internal async Task Functions_ServeThemInAccountsAlone(FunctionRole role, int status, string type, string message)
    {
        await using var gateway = await Gateway.StartAsync(role);

        using var reply = await gateway.SendAsync(HttpMethod.Get, "/admin/users", "garbage");

        await reply.IsRefusedAsync(status, type, message);
    }

    private async Task<(string Actor, string Action, string Target, string Outcome, int Status)> AuditAsync() =>
        Assert.Single(Lines(await _fixture.Gateway.StopAsync()));

    private static List<(string Actor, string Action, string Target, string Outcome, int Status)> Lines(string log) =>
    [
        .. log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))
            .Where(line => line.GetProperty("category").GetString() == "BedrockGateway.Api.Admin.AuditLog")
            .Select(line => (
                Text(line, "Actor"), Text(line, "Action"), Text(line, "Target"), Text(line, "Outcome"),
                line.GetProperty("Status").GetInt32())),
    ];

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;
}
