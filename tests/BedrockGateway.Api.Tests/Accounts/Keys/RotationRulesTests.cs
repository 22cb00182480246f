using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts.Keys;

/// <summary>Who may rotate, and how often.</summary>
public sealed class RotationRulesTests : IAsyncLifetime
{
    private Gateway _gateway = null!;

    private FakeUser Ann => _gateway.Cognito.Users.Single();

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync(settings: "--PublicLimits:Burst=100");
        await _gateway.EnterAsync();
        _gateway.Keys.Plan.Quota = new() { Limit = 25, Period = "DAY" };
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task FourthRotationOfAPeriod_WaitsForTheNext()
    {
        await RotateThriceAsync(graceSeconds: 0);

        using var fourth = await RotateAsync(graceSeconds: 0);
        _gateway.Clock.Advance(TimeSpan.FromHours(14));
        using var tomorrow = await RotateAsync(graceSeconds: 0);

        await fourth.FailsAsync(429, "The API key was rotated 3 times in this period of the quota.");
        Assert.Equal(TimeSpan.FromHours(14), fourth.Headers.RetryAfter?.Delta);
        Assert.Equal("false", Assert.Single(fourth.Headers.GetValues("x-should-retry")));
        Assert.Equal(200, (int)tomorrow.StatusCode);
        Assert.Equal("2026-03-05T00:00:00Z", Assert.Single(_gateway.Keys.Keys).Tags["rotated"]);
    }

    [Fact]
    public async Task PeriodOfAMonth_HasThreeRotationsToo()
    {
        _gateway.Keys.Plan.Quota = new() { Limit = 25, Period = "MONTH" };
        await RotateThriceAsync(graceSeconds: 0);

        _gateway.Clock.Advance(TimeSpan.FromDays(1));
        using var reply = await RotateAsync(graceSeconds: 0);

        Assert.Equal(429, (int)reply.StatusCode);
        Assert.Equal(TimeSpan.FromDays(26) + TimeSpan.FromHours(14), reply.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task PlanWithoutQuota_HasThreeRotationsADay()
    {
        _gateway.Keys.Plan.Quota = null;
        await RotateThriceAsync(graceSeconds: 0);

        using var reply = await RotateAsync(graceSeconds: 0);

        Assert.Equal(TimeSpan.FromHours(14), reply.Headers.RetryAfter?.Delta);
        Assert.Empty(_gateway.Keys.Remaining);
    }

    [Fact]
    public async Task FourthKeyInGrace_WaitsForTheFirstToEnd()
    {
        await RotateThriceAsync(graceSeconds: 172_800);
        _gateway.Clock.Advance(TimeSpan.FromDays(1));

        using var early = await RotateAsync(graceSeconds: 60);
        _gateway.Clock.Advance(TimeSpan.FromDays(1));
        using var late = await RotateAsync(graceSeconds: 60);

        await early.FailsAsync(429, "3 earlier API keys are still in their grace periods.");
        Assert.Equal(TimeSpan.FromDays(1), early.Headers.RetryAfter?.Delta);
        Assert.Equal(200, (int)late.StatusCode);
    }

    [Fact]
    public async Task DisabledUser_GetsNoKey()
    {
        Ann.Enabled = false;

        using var reply = await RotateAsync(graceSeconds: 60);

        await reply.FailsAsync(403, "User is disabled.");
        Assert.DoesNotContain("GetApiKeys", _gateway.Faults.Calls);
    }

    [Fact]
    public async Task DisabledKey_IsNotReplaced()
    {
        _gateway.Keys.Keys[0].Enabled = false;

        using var reply = await RotateAsync(graceSeconds: 60);

        await reply.FailsAsync(403, "The account's API key is disabled.");
        Assert.Single(_gateway.Keys.Keys);
    }

    [Fact]
    public async Task NoKey_IsNotFound()
    {
        await _gateway.Keys.DeleteApiKeyAsync(
            new() { ApiKey = "key0000001" }, TestContext.Current.CancellationToken);

        using var reply = await RotateAsync(graceSeconds: 60);

        await reply.FailsAsync(404, "The account has no API key in a usage plan.");
    }

    [Fact]
    public async Task SuccessorInTheAddress_KeepsTheirKey()
    {
        var claims = UserPool.Claims(Guid.NewGuid().ToString(), apiKey: null, _gateway.Clock);
        claims["cognito:username"] = "ann@example.com";

        using var reply = await _gateway.PostAsync("/account/key/rotate", "{}", _gateway.Pool.Sign(claims));

        await reply.FailsAsync(400, "User does not exist.");
        Assert.Single(_gateway.Keys.Keys);
    }

    [Fact]
    public async Task KeyThatIsNotInTokens_IsNotStored()
    {
        await using var gateway = await Gateway.StartAsync(settings: "--KEY_IN_TOKEN=false");
        var (token, _) = await gateway.EnterAsync();

        using var reply = await gateway.PostAsync("/account/key/rotate", "{}", token);

        Assert.Equal(200, (int)reply.StatusCode);
        Assert.Equal("key0000002", gateway.Cognito.Users.Single().ApiKey);
    }

    [Fact]
    public void SettingThatIsNoSwitch_StopsTheStart()
    {
        var refused = Assert.Throws<StartupException>(
            () => GatewayApp.Create(["--KEY_IN_TOKEN=no"], FunctionRole.Kestrel));

        Assert.Contains("KEY_IN_TOKEN is 'no'; it must be true or false", refused.Message, StringComparison.Ordinal);
    }

    private async Task RotateThriceAsync(int graceSeconds)
    {
        for (var count = 0; count < 3; count++)
        {
            using var reply = await RotateAsync(graceSeconds);
            Assert.Equal(200, (int)reply.StatusCode);
        }
    }

    private Task<HttpResponseMessage> RotateAsync(int graceSeconds) => _gateway.PostAsync(
        "/account/key/rotate",
        $$"""{"graceSeconds":{{graceSeconds}}}""",
        _gateway.Pool.IdToken(Ann.Subject, apiKey: null, _gateway.Clock));
}
