using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class UsagePlanTests
{
    private static readonly JsonObject NeedsKey = new() { ["ApiKeyRequired"] = true };

    [Fact]
    public async Task Key_IsInTheEventOfAMethodThatNeedsOne()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host, NeedsKey);
        var (_, keyId, key) = await api.PlanAsync([]);

        await api.GetAsync("/prod/x", ("X-API-Key", key));

        var identity = host.Lambda.LastEvent["requestContext"]!["identity"]!;
        Assert.Equal((key, keyId), ((string?)identity["apiKey"], (string?)identity["apiKeyId"]));
    }

    [Fact]
    public async Task KeyThatDoesNotCount_Is403Forbidden()
    {
        await using var host = await GatewayHost.StartAsync();
        var (_, _, elsewhere) = await (await TestApi.DeployedAsync(host, NeedsKey)).PlanAsync([]);
        var api = await TestApi.DeployedAsync(host, NeedsKey);
        var (_, keyId, key) = await api.PlanAsync([]);
        var loose = "a-key-that-is-in-no-plan-at-all";
        await host.CreateAsync("ApiKey", new() { ["Value"] = loose, ["Enabled"] = true });

        var good = await SendAsync(api, key);
        Answer[] refused =
        [
            await SendAsync(api, null),
            await SendAsync(api, "unknown"),
            await SendAsync(api, loose),
            await SendAsync(api, elsewhere),
        ];
        await host.UpdateAsync("ApiKey", keyId, new() { ["Enabled"] = false });
        var disabled = await SendAsync(api, key);

        Assert.Equal(200, good.Status);
        Assert.All([.. refused, disabled], answer =>
        {
            Assert.Equal((403, """{"message":"Forbidden"}"""), (answer.Status, answer.Body));
            Assert.Equal("ForbiddenException", answer["x-amzn-ErrorType"]);
        });
    }

    [Fact]
    public async Task RateAndBurst_AreATokenBucketOfEachKey()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host, NeedsKey);
        var (planId, _, key) = await api.PlanAsync(Throttle(rate: 0.5, burst: 2));
        var other = "another-key-of-the-same-plan";
        var otherId = (await host.CreateAsync("ApiKey", new() { ["Value"] = other, ["Enabled"] = true })).PhysicalId;
        await host.CreateAsync(
            "UsagePlanKey", new() { ["KeyId"] = otherId, ["KeyType"] = "API_KEY", ["UsagePlanId"] = planId });

        var statuses = await StatusesAsync(api, key, 3);
        var refused = await SendAsync(api, key);
        var ofOther = await SendAsync(api, other);
        host.Clock.Advance(TimeSpan.FromSeconds(1.9));
        var early = await SendAsync(api, key);
        host.Clock.Advance(TimeSpan.FromSeconds(0.1));
        var refilled = await StatusesAsync(api, key, 2);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var full = await StatusesAsync(api, key, 3);

        Assert.Equal([200, 200, 429], statuses);
        Assert.Equal((429, """{"message":"Too Many Requests"}"""), (refused.Status, refused.Body));
        Assert.Equal("TooManyRequestsException", refused["x-amzn-ErrorType"]);
        Assert.Null(refused["Retry-After"]);
        Assert.Equal((200, 429), (ofOther.Status, early.Status));
        Assert.Equal([200, 429], refilled);
        Assert.Equal([200, 200, 429], full);
    }

    [Fact]
    public async Task RateOrBurstOfZero_RefusesEverything()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host, NeedsKey);
        var (planId, _, key) = await api.PlanAsync(Throttle(rate: 0, burst: 5));

        var noRate = await SendAsync(api, key);
        var plan = Throttle(rate: 5, burst: 0);
        plan["ApiStages"] = new JsonArray(new JsonObject { ["ApiId"] = api.Id, ["Stage"] = "prod" });
        await host.UpdateAsync("UsagePlan", planId, plan);
        var noBurst = await SendAsync(api, key);

        Assert.Equal((429, 429), (noRate.Status, noBurst.Status));
    }

    [Fact]
    public async Task MethodThrottleOfThePlan_CountsInPlaceOfThePlans()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET", NeedsKey);
        await api.MethodAsync("/y", "GET", NeedsKey);
        await api.DeployAsync();
        var plan = Throttle(rate: 1, burst: 1);
        plan["ApiStages"] = new JsonArray(new JsonObject
        {
            ["ApiId"] = api.Id,
            ["Stage"] = "prod",
            ["Throttle"] = new JsonObject { ["/x/GET"] = new JsonObject { ["RateLimit"] = 1, ["BurstLimit"] = 3 } },
        });
        var (_, _, key) = await api.PlanAsync(plan);

        Assert.Equal([200, 200, 200, 429], await StatusesAsync(api, key, 4));
        Assert.Equal(200, (await api.GetAsync("/prod/y", ("x-api-key", key))).Status);
        Assert.Equal(429, (await api.GetAsync("/prod/y", ("x-api-key", key))).Status);
    }

    [Theory]
    [InlineData("DAY", "2026-04-15T23:59:59Z", "2026-04-16T00:00:00Z")]
    [InlineData("WEEK", "2026-04-18T23:59:59Z", "2026-04-19T00:00:00Z")]
    [InlineData("MONTH", "2026-04-30T23:59:59Z", "2026-05-01T00:00:00Z")]
    public async Task Quota_EndsWithItsPeriodInUtc(string period, string last, string next)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host, NeedsKey);
        var (_, _, key) = await api.PlanAsync(Quota(limit: 2, period));

        var statuses = await StatusesAsync(api, key, 3);
        host.Clock.SetUtcNow(DateTimeOffset.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
        var refused = await SendAsync(api, key);
        host.Clock.SetUtcNow(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture));
        var renewed = await StatusesAsync(api, key, 3);

        Assert.Equal([200, 200, 429], statuses);
        Assert.Equal((429, """{"message":"Limit Exceeded"}"""), (refused.Status, refused.Body));
        Assert.Equal("LimitExceededException", refused["x-amzn-ErrorType"]);
        Assert.Equal([200, 200, 429], renewed);
    }

    [Fact]
    public async Task Offset_IsTakenOffTheFirstPeriodOnly()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host, NeedsKey);
        var plan = Quota(limit: 3, "DAY");
        plan["Quota"]!["Offset"] = 2;
        var (_, _, key) = await api.PlanAsync(plan);

        Assert.Equal([200, 429], await StatusesAsync(api, key, 2));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([200, 200, 200, 429], await StatusesAsync(api, key, 4));
    }

    [Fact]
    public async Task ThrottledRequests_DoNotCountAgainstTheQuota()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host, NeedsKey);
        var plan = Quota(limit: 2, "DAY");
        plan["Throttle"] = new JsonObject { ["RateLimit"] = 1, ["BurstLimit"] = 1 };
        var (_, _, key) = await api.PlanAsync(plan);

        Assert.Equal([200, 429, 429], await StatusesAsync(api, key, 3));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await SendAsync(api, key)).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("""{"message":"Limit Exceeded"}""", (await SendAsync(api, key)).Body);
    }

    [Fact]
    public async Task MethodWithoutKey_CountsNowhere()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET", NeedsKey);
        await api.MethodAsync("/open", "GET");
        await api.DeployAsync();
        var (_, _, key) = await api.PlanAsync(Quota(limit: 1, "DAY"));

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await api.GetAsync("/prod/open", ("x-api-key", key))).Status);
        }

        Assert.Null(host.Lambda.LastEvent["requestContext"]!["identity"]!["apiKeyId"]);
        Assert.Equal(200, (await SendAsync(api, key)).Status);
    }

    [Fact]
    public async Task ConcurrentRequests_NeverExceedTheQuota()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host, NeedsKey);
        var (_, _, key) = await api.PlanAsync(Quota(limit: 10, "DAY"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SendAsync(api, key)));

        Assert.Equal(10, answers.Count(answer => answer.Status == 200));
        Assert.Equal(30, answers.Count(answer => answer.Body == """{"message":"Limit Exceeded"}"""));
    }

    [Theory]
    [InlineData("/*", "*", "/prod/x", 1)]
    [InlineData("/x", "POST", "/prod/x", 1)]
    [InlineData("/~1v1~1chat", "POST", "/prod/v1/chat", 1)]
    [InlineData("/v1~1chat", "POST", "/prod/v1/chat", 1)]
    [InlineData("/x", "POST", "/prod/v1/chat", 3)]
    [InlineData("/x", "GET", "/prod/x", 3)]
    public async Task StageThrottle_IsOfTheMethodItNames(string path, string verb, string target, int granted)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "POST");
        await api.MethodAsync("/v1/chat", "POST");
        await api.DeployAsync(StageThrottle(path, verb, rate: 1, burst: 1));

        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((await api.SendAsync(HttpMethod.Post, target, "{}")).Status);
        }

        Assert.Equal(granted, statuses.Count(status => status == 200));
        Assert.Equal(3 - granted, statuses.Count(status => status == 429));
    }

    [Fact]
    public async Task StageThrottle_GivesTheQuotaBack()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET", NeedsKey);
        await api.DeployAsync(StageThrottle("/x", "GET", rate: 1, burst: 1));
        var (_, _, key) = await api.PlanAsync(Quota(limit: 2, "DAY"));

        Assert.Equal([200, 429, 429], await StatusesAsync(api, key, 3));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await SendAsync(api, key)).Status);
    }

    private static JsonObject Throttle(double rate, int burst) =>
        new() { ["Throttle"] = new JsonObject { ["RateLimit"] = rate, ["BurstLimit"] = burst } };

    private static JsonObject Quota(int limit, string period) =>
        new() { ["Quota"] = new JsonObject { ["Limit"] = limit, ["Period"] = period } };

    private static JsonObject StageThrottle(string path, string verb, double rate, int burst) => new()
    {
        ["MethodSettings"] = new JsonArray(new JsonObject
        {
            ["ResourcePath"] = path,
            ["HttpMethod"] = verb,
            ["ThrottlingRateLimit"] = rate,
            ["ThrottlingBurstLimit"] = burst,
        }),
    };

    private static Task<Answer> SendAsync(TestApi api, string? key) =>
        key is null ? api.GetAsync("/prod/x") : api.GetAsync("/prod/x", ("x-api-key", key));

    private static async Task<List<int>> StatusesAsync(TestApi api, string key, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            statuses.Add((await SendAsync(api, key)).Status);
        }

        return statuses;
    }
}
