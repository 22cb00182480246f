using System.Net;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>POST /admin/users/{sub}/rotate.</summary>
public sealed class RotateUserTests : IAsyncLifetime
{
    private AdminFixture _fixture = null!;

    public static TheoryData<string, bool> FirstKeySteps =>
    [
        .. from step in new[] { "CreateApiKey", "CreateUsagePlanKey", "AdminUpdateUserAttributes", "UntagResource" }
           from isLost in new[] { false, true }
           select new TheoryDataRow<string, bool>(step, isLost),
    ];

    public async ValueTask InitializeAsync()
    {
        _fixture = await AdminFixture.StartAsync();
        _fixture.Gateway.Keys.Plan.Quota = new() { Limit = 25, Period = "DAY" };
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Key_IsReplacedAndNotShown()
    {
        using var reply = await SendAsync("""{"graceSeconds":0}""");

        await reply.IsAsync(
            200,
            $$$"""
            {"status":200,"success":true,"message":"A new API key was made.","data":{"keyId":"key0000003",
            "reference":"test-stack-{{{_fixture.User.Subject}}}","oldKeyExpires":"2026-03-04T10:00:00Z"}}
            """.ReplaceLineEndings(""));
        var key = _fixture.KeyOf(AdminFixture.Ann);
        Assert.Equal("key0000003", key.Id);
        Assert.Equal(key.Value, _fixture.User.ApiKey);
    }

    [Fact]
    public async Task NoBody_LeavesTheOldKeyAnHour()
    {
        using var reply = await SendAsync(body: null);

        Assert.Equal(
            "2026-03-04T11:00:00Z",
            (await reply.JsonAsync()).GetProperty("data").GetProperty("oldKeyExpires").GetString());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("604801")]
    [InlineData("\"1\"")]
    public async Task OtherGrace_IsRefused(string seconds)
    {
        using var reply = await SendAsync($$"""{"graceSeconds":{{seconds}}}""");

        await reply.FailsAsync(400, "graceSeconds must be a whole number from 0 to 604800.");
    }

    [Fact]
    public async Task DisabledUser_GetsNoKey()
    {
        _fixture.User.Enabled = false;

        using var reply = await SendAsync(body: null);

        await reply.FailsAsync(403, "User is disabled.");
    }

    [Fact]
    public async Task UserWithoutKey_GetsAFirstOneInTheirPlan()
    {
        await ForgetKeyAsync();

        using var reply = await SendAsync(body: null);

        Assert.Equal(
            "null", (await reply.JsonAsync()).GetProperty("data").GetProperty("oldKeyExpires").GetRawText());
        var key = _fixture.KeyOf(AdminFixture.Ann);
        Assert.Equal(PlanTokens.ProId, _fixture.Gateway.Keys.PlanOf(key.Id));
        Assert.Equal(key.Value, _fixture.User.ApiKey);
        Assert.Equal(["stack", "sub"], key.Tags.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FirstKeySteps))]
    public async Task FailedFirstKey_LeavesNoneAndARepeatMakesOne(string step, bool isLost)
    {
        await ForgetKeyAsync();
        if (isLost)
        {
            _fixture.Gateway.Faults.After(step, () => new HttpRequestException("secret-host:443"));
        }
        else
        {
            _fixture.Gateway.Faults.Before(step, () => new HttpRequestException("secret-host:443"));
        }

        using var failed = await SendAsync(body: null);

        await failed.FailsAsync(502, "AWS could not be reached.");
        Assert.Single(_fixture.Gateway.Keys.Keys);
        Assert.Equal("", _fixture.User.ApiKey ?? "");
        using var again = await SendAsync(body: null);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(_fixture.KeyOf(AdminFixture.Ann).Value, _fixture.User.ApiKey);
    }

    private async Task ForgetKeyAsync()
    {
        await _fixture.Gateway.Keys.DeleteApiKeyAsync(
            new() { ApiKey = "key0000002" }, TestContext.Current.CancellationToken);
        _fixture.User.Attributes.Remove("custom:api_key");
        _fixture.User.Groups.Add("plan-pro");
    }

    private Task<HttpResponseMessage> SendAsync(string? body) =>
        _fixture.SendAsync("POST", $"{_fixture.UserPath}/rotate", body);
}
