using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>GET /account/usage, on 4 March 2026.</summary>
public sealed class UsageEndpointTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    private Gateway _gateway = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _) = await _gateway.EnterAsync();
        _gateway.Keys.Plan.Quota = new() { Limit = 25, Period = "DAY" };
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Days_AreToldOldestFirstWithTheQuotaOfToday()
    {
        _gateway.Keys.Used[Today.AddDays(-1)] = 7;
        _gateway.Keys.Used[Today] = 2;

        using var reply = await GetAsync("?days=3");

        await reply.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"Successfully retrieved the usage.","data":{
            "plan":{"id":"plan01","name":"default"},
            "quota":{"limit":25,"period":"DAY","used":2,"remaining":23,"resets":"2026-03-05T00:00:00Z"},
            "days":[{"date":"2026-03-02","used":0,"remaining":25},{"date":"2026-03-03","used":7,"remaining":18},
            {"date":"2026-03-04","used":2,"remaining":23}]}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task QuotaOfAMonth_IsCountedFromItsFirstDay()
    {
        _gateway.Clock.Advance(TimeSpan.FromDays(20));
        _gateway.Keys.Plan.Quota = new() { Limit = 100, Period = "MONTH" };
        _gateway.Keys.Used[new(2026, 2, 28)] = 50;
        _gateway.Keys.Used[new(2026, 3, 1)] = 30;
        _gateway.Keys.Used[new(2026, 3, 24)] = 3;
        _token = _gateway.Pool.IdToken(_gateway.Cognito.Users.Single().Subject, apiKey: null, _gateway.Clock);

        using var reply = await GetAsync("?days=1");

        var data = (await reply.JsonAsync()).GetProperty("data");
        Assert.Equal(
            """{"limit":100,"period":"MONTH","used":33,"remaining":67,"resets":"2026-04-01T00:00:00Z"}""",
            data.GetProperty("quota").GetRawText());
        Assert.Equal("""[{"date":"2026-03-24","used":3,"remaining":67}]""", data.GetProperty("days").GetRawText());
    }

    [Fact]
    public async Task QuotaOfAWeek_ResetsOnSunday()
    {
        _gateway.Keys.Plan.Quota = new() { Limit = 100, Period = "WEEK" };

        using var reply = await GetAsync("?days=1");

        Assert.Equal(
            """{"limit":100,"period":"WEEK","used":0,"remaining":100,"resets":"2026-03-08T00:00:00Z"}""",
            (await reply.JsonAsync()).GetProperty("data").GetProperty("quota").GetRawText());
    }

    [Fact]
    public async Task PlanWithoutQuota_LimitsNothing()
    {
        _gateway.Keys.Plan.Quota = null;
        _gateway.Keys.Used[Today] = 2;

        using var reply = await GetAsync("?days=1");

        var data = (await reply.JsonAsync()).GetProperty("data");
        Assert.Equal("null", data.GetProperty("quota").GetRawText());
        Assert.Equal("""[{"date":"2026-03-04","used":2}]""", data.GetProperty("days").GetRawText());
    }

    // What AWS documents; by the id is what others have seen.
    [Fact]
    public async Task UsageByTheKeysValue_IsFoundAndNotShown()
    {
        _gateway.Keys.UsageName = key => key.Value;
        _gateway.Keys.Used[Today] = 4;

        using var reply = await GetAsync("?days=1");

        var json = await reply.JsonAsync();
        Assert.Equal(4, json.GetProperty("data").GetProperty("quota").GetProperty("used").GetInt64());
        Assert.DoesNotContain(_gateway.Keys.Keys[0].Value, json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DaysThatAreNotNamed_AreSeven()
    {
        using var reply = await GetAsync("");

        Assert.Equal(7, (await reply.JsonAsync()).GetProperty("data").GetProperty("days").GetArrayLength());
    }

    [Fact]
    public async Task NinetyDays_AreTheMost()
    {
        using var most = await GetAsync("?days=90");

        Assert.Equal(90, (await most.JsonAsync()).GetProperty("data").GetProperty("days").GetArrayLength());
    }

    [Theory]
    [InlineData("?days=0")]
    [InlineData("?days=91")]
    [InlineData("?days=-1")]
    [InlineData("?days=+1")]
    [InlineData("?days=1.5")]
    [InlineData("?days=")]
    [InlineData("?days=seven")]
    [InlineData("?days=1&days=2")]
    [InlineData("?days=99999999999999999999")]
    public async Task OtherNumbersOfDays_AreRefused(string query)
    {
        using var reply = await GetAsync(query);

        await reply.FailsAsync(400, "days must be a whole number from 1 to 90.");
        Assert.DoesNotContain("GetUsage", _gateway.Faults.Calls);
    }

    [Fact]
    public async Task NoKey_IsNotFound()
    {
        await _gateway.Keys.DeleteApiKeyAsync(
            new() { ApiKey = "key0000001" }, TestContext.Current.CancellationToken);

        using var reply = await GetAsync("");

        await reply.FailsAsync(404, "The account has no API key in a usage plan.");
    }

    private Task<HttpResponseMessage> GetAsync(string query) =>
        _gateway.SendAsync(HttpMethod.Get, $"/account/usage{query}", _token);
}
