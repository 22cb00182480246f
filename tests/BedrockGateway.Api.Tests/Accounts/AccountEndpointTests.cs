using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>GET /account.</summary>
public sealed class AccountEndpointTests : IAsyncLifetime
{
    private const string KeyName = "test-stack-";

    private Gateway _gateway = null!;
    private string _token = "";

    private FakeUser Ann => _gateway.Cognito.Users.Single();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task User_SeesAllButTheKey()
    {
        using var reply = await GetAsync();

        await reply.IsAsync(
            200,
            $$$"""
            {"status":200,"success":true,"message":"Successfully retrieved the account.","data":{"name":"Ann Lee",
            "email":"ann@example.com","status":"CONFIRMED","created":"2026-03-04T10:00:00Z",
            "plan":{"id":"plan01","name":"default"},
            "key":{"id":"key0000001","masked":"****0001","enabled":true,"created":"2024-10-05T00:00:00Z",
            "lastRotated":null,"reference":"test-stack-{{{Ann.Subject}}}"},"oldKeys":[]}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task DisabledUser_IsTold()
    {
        Ann.Enabled = false;

        using var reply = await GetAsync();

        Assert.Equal("DISABLED", (await DataAsync(reply)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task NoKeyAndNoPlan_AreNull()
    {
        await _gateway.Keys.DeleteApiKeyAsync(new() { ApiKey = "key0000001" }, Token);

        using var reply = await GetAsync();

        var data = await DataAsync(reply);
        Assert.Equal("null", data.GetProperty("key").GetRawText());
        Assert.Equal("null", data.GetProperty("plan").GetRawText());
    }

    [Fact]
    public async Task SeveralKeys_ShowTheNewestThatOpensSomething()
    {
        await AddKeyAsync(enabled: true, inPlan: true);
        await AddKeyAsync(enabled: false, inPlan: true);
        await AddKeyAsync(enabled: true, inPlan: false);

        using var reply = await GetAsync();

        Assert.Equal("key0000002", (await DataAsync(reply)).GetProperty("key").GetProperty("id").GetString());
    }

    // The token of one who was deleted lives on, and the address may have been registered again.
    [Fact]
    public async Task SuccessorInTheAddress_IsNotShown()
    {
        var claims = UserPool.Claims(Guid.NewGuid().ToString(), apiKey: null, _gateway.Clock);
        claims["cognito:username"] = "ann@example.com";
        _token = _gateway.Pool.Sign(claims);

        using var reply = await GetAsync();

        await reply.FailsAsync(400, "User does not exist.");
        Assert.DoesNotContain("GetUsagePlans", _gateway.Faults.Calls);
    }

    private Task<HttpResponseMessage> GetAsync() => _gateway.SendAsync(HttpMethod.Get, "/account", _token);

    private static async Task<System.Text.Json.JsonElement> DataAsync(HttpResponseMessage reply) =>
        (await reply.JsonAsync()).GetProperty("data");

    private async Task AddKeyAsync(bool enabled, bool inPlan)
    {
        var key = await _gateway.Keys.CreateApiKeyAsync(
            new() { Name = KeyName + Ann.Subject, Enabled = enabled }, Token);
        if (inPlan)
        {
            await _gateway.Keys.CreateUsagePlanKeyAsync(
                new() { UsagePlanId = FakeApiGateway.PlanId, KeyId = key.Id, KeyType = "API_KEY" }, Token);
        }
    }
}
