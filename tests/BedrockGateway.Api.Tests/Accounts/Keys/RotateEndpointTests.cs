using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts.Keys;

/// <summary>POST /account/key/rotate.</summary>
public sealed class RotateEndpointTests : IAsyncLifetime
{
    private const string First = "clear-value-of-api-key-number-000000001";
    private const string Second = "clear-value-of-api-key-number-000000002";

    private Gateway _gateway = null!;
    private string _token = "";

    private FakeUser Ann => _gateway.Cognito.Users.Single();

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Rotation_AnswersWithTheNewKeyAndTheEndOfTheOld()
    {
        using var reply = await RotateAsync();

        await reply.IsAsync(
            200,
            $$$"""
            {"status":200,"success":true,"message":"A new API key was made.","data":{"API Key":"{{{Second}}}",
            "keyId":"key0000002","reference":"test-stack-{{{Ann.Subject}}}",
            "oldKeyExpires":"2026-03-04T11:00:00Z"}}
            """.ReplaceLineEndings(""));
        Assert.Equal(Second, Ann.ApiKey);
        Assert.Equal(["key0000001", "key0000002"], _gateway.Keys.PlanKeys);
        Assert.Equal(
            ["expires=2026-03-04T11:00:00Z", "rotated=2026-03-04T10:00:00Z"],
            _gateway.Keys.Keys.SelectMany(key => key.Tags)
                .Where(tag => tag.Key is not ("stack" or "sub"))
                .Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.DoesNotContain("clear-value", await _gateway.StopAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BothKeys_OpenTheModelsAtOnce()
    {
        using var before = await ListAsync(First);
        using var reply = await RotateAsync();

        using var old = await ListAsync(First);
        using var made = await ListAsync(Second);

        Assert.Equal([200, 200, 200], new[] { before, old, made }.Select(answer => (int)answer.StatusCode));
    }

    [Fact]
    public async Task Account_ShowsTheNewKeyAndWhenTheOldOneEnds()
    {
        using var rotated = await RotateAsync("""{"graceSeconds":60}""");
        using var reply = await _gateway.SendAsync(HttpMethod.Get, "/account", _token);

        var data = (await reply.JsonAsync()).GetProperty("data");
        Assert.Equal(
            $$"""
            {"id":"key0000002","masked":"****0002","enabled":true,"created":"2024-10-06T00:00:00Z",
            "lastRotated":"2026-03-04T10:00:00Z","reference":"test-stack-{{Ann.Subject}}"}
            """.ReplaceLineEndings(""),
            data.GetProperty("key").GetRawText());
        Assert.Equal(
            """[{"id":"key0000001","masked":"****0001","expires":"2026-03-04T10:01:00Z"}]""",
            data.GetProperty("oldKeys").GetRawText());
    }

    [Fact]
    public async Task NewKey_StartsWithWhatIsLeftOfTheQuota()
    {
        _gateway.Keys.Plan.Quota = new() { Limit = 25, Period = "DAY" };
        _gateway.Keys.Used[new(2026, 3, 4)] = 20;

        using var reply = await RotateAsync();

        Assert.Equal(5, Assert.Single(_gateway.Keys.Remaining).Value);
        Assert.True(_gateway.Keys.Remaining.ContainsKey("key0000002"));
    }

    // On Kestrel the process itself counts.
    [Fact]
    public async Task Rotation_RefillsNothingOnKestrel()
    {
        _gateway.Keys.Plan.Quota = new() { Limit = 2, Period = "DAY" };
        using var first = await ListAsync(First);
        using var rotated = await RotateAsync();

        using var second = await ListAsync(Second);
        using var third = await ListAsync(Second);

        Assert.Equal([200, 200, 429], new[] { first, second, third }.Select(answer => (int)answer.StatusCode));
    }

    [Fact]
    public async Task NoGrace_DeletesTheOldKeyAtOnce()
    {
        using var reply = await RotateAsync("""{"graceSeconds":0}""");

        var data = (await reply.JsonAsync()).GetProperty("data");
        Assert.Equal("2026-03-04T10:00:00Z", data.GetProperty("oldKeyExpires").GetString());
        Assert.Equal("key0000002", Assert.Single(_gateway.Keys.Keys).Id);
        using var old = await ListAsync(First);
        await old.IsRefusedAsync(403, "permission_error", "Forbidden");
    }

    [Fact]
    public async Task OldKeyThatStays_IsToldAndHasAnEnd()
    {
        _gateway.Faults.Before("DeleteApiKey", () => new HttpRequestException("secret-host:443"));

        using var reply = await RotateAsync("""{"graceSeconds":0}""");

        Assert.Equal(
            "A new API key was made. The old one could not be deleted at once; it will be within minutes.",
            (await reply.JsonAsync()).GetProperty("message").GetString());
        Assert.Equal("2026-03-04T10:00:00Z", _gateway.Keys.Keys[0].Tags["expires"]);
        Assert.Contains("key0000001 could not be deleted at once", _gateway.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"graceSeconds":null}""")]
    [InlineData("""{"graceSeconds":3600,"other":1}""")]
    public async Task GraceThatIsNotNamed_IsAnHour(string body)
    {
        using var reply = await RotateAsync(body);

        var data = (await reply.JsonAsync()).GetProperty("data");
        Assert.Equal("2026-03-04T11:00:00Z", data.GetProperty("oldKeyExpires").GetString());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("604801")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("\"60\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("99999999999999999999")]
    public async Task OtherGraces_AreRefused(string grace)
    {
        using var reply = await RotateAsync($$"""{"graceSeconds":{{grace}}}""");

        await reply.FailsAsync(400, "graceSeconds must be a whole number from 0 to 604800.");
        Assert.Single(_gateway.Keys.Keys);
    }

    [Fact]
    public async Task BodyThatIsNoObject_IsRefused()
    {
        using var list = await RotateAsync("[]");
        using var text = await RotateAsync("{");

        await list.FailsAsync(400, "The request body must be a JSON object.");
        await text.FailsAsync(400, "The request body is not valid JSON.");
    }

    [Fact]
    public async Task NoToken_IsRefused()
    {
        using var reply = await _gateway.PostAsync("/account/key/rotate", "{}");

        await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
    }

    private Task<HttpResponseMessage> RotateAsync(string body = "{}") =>
        _gateway.PostAsync("/account/key/rotate", body, _token);

    private Task<HttpResponseMessage> ListAsync(string key) =>
        _gateway.SendAsync(HttpMethod.Get, "/bedrock", _token, key);
}
