using System.Net;
using Amazon.APIGateway;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Limits;

public sealed class LimitsTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private string _token = "";
    private string _key = "";

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _key) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task BeyondTheBurst_IsThrottledUntilATokenIsBack()
    {
        _gateway.Keys.Plan.Throttle = new() { RateLimit = 0.5, BurstLimit = 2 };

        Assert.Equal([200, 200, 429], await SendAsync(3));
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1.9));
        using var early = await SendAsync();
        await early.IsRefusedAsync(429, "rate_limit_error", "Too Many Requests");
        Assert.Equal("1", early.Headers.GetValues("Retry-After").Single());
        Assert.False(early.Headers.Contains("x-should-retry"));
        _gateway.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal([200, 429], await SendAsync(2));
        _gateway.Clock.Advance(TimeSpan.FromHours(0.5));
        Assert.Equal([200, 200, 429], await SendAsync(3));
    }

    [Fact]
    public async Task Buckets_BelongToOneKey()
    {
        _gateway.Keys.Plan.Throttle = new() { RateLimit = 1, BurstLimit = 1 };
        var (token, key) = await _gateway.EnterAsync("bob@example.com");

        Assert.Equal([200, 429], await SendAsync(2));
        using var other = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", token, key);

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task ZeroRate_ThrottlesEverything()
    {
        _gateway.Keys.Plan.Throttle = new() { RateLimit = 0, BurstLimit = 5 };

        Assert.Equal([429], await SendAsync(1));
    }

    // The clock starts on Wednesday 2026-03-04 10:00 UTC.
    [Theory]
    [InlineData("DAY", "2026-03-04T23:59:59Z", "2026-03-05T00:00:00Z")]
    [InlineData("WEEK", "2026-03-07T23:59:59Z", "2026-03-08T00:00:00Z")]
    [InlineData("MONTH", "2026-03-31T23:59:59Z", "2026-04-01T00:00:00Z")]
    public async Task SpentQuota_ComesBackWithTheNextPeriod(string period, string lastSecond, string next)
    {
        _gateway.Keys.Plan.Quota = new() { Limit = 2, Period = QuotaPeriodType.FindValue(period) };
        Assert.Equal([200, 200], await SendAsync(2));
        MoveTo(lastSecond);

        using var spent = await SendAsync();
        MoveTo(next);

        await spent.IsRefusedAsync(429, "insufficient_quota", "Limit Exceeded");
        Assert.Equal("false", spent.Headers.GetValues("x-should-retry").Single());
        Assert.False(spent.Headers.Contains("Retry-After"));
        Assert.Equal([200, 200, 429], await SendAsync(3));
    }

    [Fact]
    public async Task ThrottledRequest_CostsNoQuota()
    {
        _gateway.Keys.Plan.Throttle = new() { RateLimit = 1, BurstLimit = 1 };
        _gateway.Keys.Plan.Quota = new() { Limit = 2, Period = QuotaPeriodType.DAY };

        Assert.Equal([200, 429, 429], await SendAsync(3));
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([200], await SendAsync(1));
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        using var spent = await SendAsync();

        await spent.IsRefusedAsync(429, "insufficient_quota", "Limit Exceeded");
    }

    [Fact]
    public async Task RefusedCaller_CostsNothing()
    {
        _gateway.Keys.Plan.Quota = new() { Limit = 1, Period = QuotaPeriodType.DAY };
        using var unauthorized = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", "garbage", _key);
        using var forbidden = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, "garbage");

        Assert.Equal([200, 429], await SendAsync(2));
    }

    [Fact]
    public async Task PublicRoutes_HaveABucketEach()
    {
        // Registering this test's own user took one of the ten.
        for (var attempt = 0; attempt < 9; attempt++)
        {
            using var taken = await _gateway.PostAsync("/register", "{}");
            Assert.Equal(422, (int)taken.StatusCode);
        }

        using var throttled = await _gateway.PostAsync("/register", "{}");
        using var login = await _gateway.PostAsync("/login", "{}");
        _gateway.Clock.Advance(TimeSpan.FromSeconds(0.2));
        using var back = await _gateway.PostAsync("/register", "{}");

        await throttled.IsRefusedAsync(429, "rate_limit_error", "Too Many Requests");
        Assert.Equal("1", throttled.Headers.GetValues("Retry-After").Single());
        Assert.Equal((422, 422), ((int)login.StatusCode, (int)back.StatusCode));
    }

    [Fact]
    public async Task PublicLimits_ComeFromSettings()
    {
        await using var gateway = await Gateway.StartAsync(
            settings: ["--PublicLimits:Burst=1", "--PublicLimits:RatePerSecond=1"]);
        using var first = await gateway.PostAsync("/login", "{}");
        using var second = await gateway.PostAsync("/login", "{}");

        Assert.Equal((422, 429), ((int)first.StatusCode, (int)second.StatusCode));
    }

    private void MoveTo(string time) => _gateway.Clock.SetUtcNow(
        DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    private Task<HttpResponseMessage> SendAsync()
    {
        // Tokens live an hour and quotas longer.
        var subject = _gateway.Cognito.Users.First().Subject;
        var token = _gateway.Pool.IdToken(subject, _key, _gateway.Clock);
        return _gateway.SendAsync(HttpMethod.Get, "/bedrock", token, _key);
    }

    private async Task<List<int>> SendAsync(int count)
    {
        var statuses = new List<int>();
        for (var request = 0; request < count; request++)
        {
            using var reply = await SendAsync();
            statuses.Add((int)reply.StatusCode);
        }

        return statuses;
    }
}
