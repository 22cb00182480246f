using Amazon.APIGateway.Model;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Limits;

/// <summary>Keys on Kestrel: whose they are, and whether they are good for this API.</summary>
public sealed class PlanKeyTests : IAsyncLifetime
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

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-a-key")]
    public async Task NoKey_IsForbidden(string? key)
    {
        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, key);

        await reply.IsRefusedAsync(403, "permission_error", "Forbidden");
    }

    [Fact]
    public async Task NeitherTokenNorKey_IsUnauthorized()
    {
        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", key: _key);

        await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
    }

    [Fact]
    public async Task SomebodyElsesKey_IsForbidden()
    {
        var (otherToken, otherKey) = await _gateway.EnterAsync("bob@example.com");

        using var anns = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, otherKey);
        using var bobs = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", otherToken, _key);

        await anns.IsRefusedAsync(403, "permission_error", "Forbidden");
        await bobs.IsRefusedAsync(403, "permission_error", "Forbidden");
    }

    [Fact]
    public async Task DisabledKey_IsForbidden()
    {
        _gateway.Keys.Keys[0].Enabled = false;

        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);

        await reply.IsRefusedAsync(403, "permission_error", "Forbidden");
    }

    [Fact]
    public async Task KeyOfNoPlan_IsForbidden()
    {
        var subject = _gateway.Cognito.Users.Single().Subject;
        var loose = await CreateAsync($"test-stack-{subject}");

        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, loose.Value);

        await reply.IsRefusedAsync(403, "permission_error", "Forbidden");
    }

    [Fact]
    public async Task PlanOfAnotherStage_IsForbidden()
    {
        _gateway.Keys.Plan.ApiStages[0].Stage = "test";

        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);

        await reply.IsRefusedAsync(403, "permission_error", "Forbidden");
    }

    [Fact]
    public async Task SecondKeyOfTheUser_GetsIn()
    {
        var subject = _gateway.Cognito.Users.Single().Subject;
        var second = await CreateAsync($"test-stack-{subject}", inPlan: true);
        var longer = await CreateAsync($"test-stack-{subject}-old", inPlan: true);

        using var own = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, second.Value);
        using var prefix = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, longer.Value);

        Assert.Equal(200, (int)own.StatusCode);
        await prefix.IsRefusedAsync(403, "permission_error", "Forbidden");
    }

    [Fact]
    public async Task GuessedKeys_CostOneLookUpAMinute()
    {
        for (var guess = 0; guess < 5; guess++)
        {
            using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, $"guess-{guess}");
            Assert.Equal(403, (int)reply.StatusCode);
        }

        Assert.Single(_gateway.Faults.Calls, "GetApiKeys");
        Assert.Single(_gateway.Faults.Calls, "GetUsagePlans");
    }

    [Fact]
    public async Task RevokedKey_IsForbiddenAfterAMinute()
    {
        using var first = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);
        _gateway.Keys.Keys[0].Enabled = false;
        _gateway.Clock.Advance(TimeSpan.FromSeconds(59));
        using var remembered = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);

        Assert.Equal((200, 200), ((int)first.StatusCode, (int)remembered.StatusCode));
        await reply.IsRefusedAsync(403, "permission_error", "Forbidden");
    }

    [Fact]
    public async Task FailedLookUp_IsNotRemembered()
    {
        _gateway.Faults.Before("GetApiKeys", () => new HttpRequestException("down"));
        using var failed = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);

        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, _key);

        await failed.FailsAsync(502, "AWS could not be reached.");
        Assert.Equal(200, (int)reply.StatusCode);
    }

    private async Task<CreateApiKeyResponse> CreateAsync(string name, bool inPlan = false)
    {
        var key = await _gateway.Keys.CreateApiKeyAsync(
            new() { Name = name, Enabled = true }, TestContext.Current.CancellationToken);
        if (inPlan)
        {
            await _gateway.Keys.CreateUsagePlanKeyAsync(
                new() { UsagePlanId = FakeApiGateway.PlanId, KeyId = key.Id, KeyType = "API_KEY" },
                TestContext.Current.CancellationToken);
        }

        return key;
    }
}
