using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

public sealed class RegisterEndpointTests : IAsyncLifetime
{
    private const string Body = """{"email":"ann@example.com","password":"Passw0rd!","fullname":"Ann Lee"}""";

    private Gateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await Gateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task NewPerson_GetsAKeyOfTheirOwn()
    {
        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"User ann@example.com created successfully.",
            "data":{"API Key":"clear-value-of-api-key-number-000000001"}}
            """.ReplaceLineEndings(""));
        var user = Assert.Single(_gateway.Cognito.Users);
        var key = Assert.Single(_gateway.Keys.Keys);
        Assert.Equal(
            ("Ann Lee", "ann@example.com", key.Value),
            (user.Attributes["name"], user.Attributes["email"], user.ApiKey));
        Assert.Equal($"test-stack-{user.Subject}", key.Name);
        Assert.True(key.Enabled);
        Assert.Equal(new() { ["stack"] = "test-stack", ["sub"] = user.Subject }, key.Tags);
        Assert.Equal([key.Id], _gateway.Keys.PlanKeys);
        Assert.Equal(
            ["SignUp", "CreateApiKey", "CreateUsagePlanKey", "AdminUpdateUserAttributes"], _gateway.Faults.Calls);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"password":"Passw0rd!","fullname":"Ann Lee"}""")]
    [InlineData("""{"email":"ann@example.com","fullname":"Ann Lee"}""")]
    [InlineData("""{"email":"ann@example.com","password":"Passw0rd!"}""")]
    [InlineData("""{"email":"","password":"Passw0rd!","fullname":"Ann Lee"}""")]
    [InlineData("""{"email":"a","password":"Passw0rd!","fullname":"Ann Lee"}""")]
    [InlineData("""{"email":"ann@example.com","password":"😀","fullname":"Ann Lee"}""")]
    [InlineData("""{"email":null,"password":"Passw0rd!","fullname":"Ann Lee"}""")]
    [InlineData("""{"email":["ann@example.com","b"],"password":"Passw0rd!","fullname":"Ann Lee"}""")]
    [InlineData("""{"email":"ann@example.com","password":12345678,"fullname":"Ann Lee"}""")]
    [InlineData("""{"email":"ann@example.com","password":"Passw0rd!","fullname":true}""")]
    [InlineData("""{"Email":"ann@example.com","password":"Passw0rd!","fullname":"Ann Lee"}""")]
    public async Task UnusableField_AnswersMissingParameters(string body)
    {
        using var reply = await _gateway.PostAsync("/register", body);

        await reply.FailsAsync(422, "Missing required parameters.");
        Assert.Empty(_gateway.Faults.Calls);
    }

    [Theory]
    [InlineData("", "The request body is not valid JSON.")]
    [InlineData("{", "The request body is not valid JSON.")]
    [InlineData("""{"email":"ann@example.com",}""", "The request body is not valid JSON.")]
    [InlineData("{} {}", "The request body is not valid JSON.")]
    [InlineData(
        """{"email":"\ud800x","password":"Passw0rd!","fullname":"Ann Lee"}""",
        "The request body is not valid JSON.")]
    [InlineData("[]", "The request body must be a JSON object.")]
    [InlineData("\"text\"", "The request body must be a JSON object.")]
    [InlineData("null", "The request body must be a JSON object.")]
    public async Task BodyThatIsNoObject_AnswersBadRequest(string body, string message)
    {
        using var reply = await _gateway.PostAsync("/register", body);

        await reply.FailsAsync(400, message);
    }

    [Fact]
    public async Task TakenAddress_KeepsTheFirstUser()
    {
        using var first = await _gateway.PostAsync("/register", Body);

        using var second = await _gateway.PostAsync(
            "/register", Body.Replace("ann@", "ANN@", StringComparison.Ordinal));

        await second.FailsAsync(400, "User already exists");
        Assert.Equal("clear-value-of-api-key-number-000000001", Assert.Single(_gateway.Cognito.Users).ApiKey);
        Assert.Single(_gateway.Keys.Keys);
    }

    [Fact]
    public async Task AddressWithoutAt_AnswersCognitosText()
    {
        using var reply = await _gateway.PostAsync(
            "/register", """{"email":"helloworld","password":"Passw0rd!","fullname":"Ann Lee"}""");

        await reply.FailsAsync(400, "Invalid email address format.");
    }

    [Fact]
    public async Task SimultaneousRegistrations_OneWins()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _gateway.PostAsync("/register", Body)));

        var statuses = replies.Select(reply => (int)reply.StatusCode).Order().ToList();
        Assert.Equal([200, .. Enumerable.Repeat(400, 7)], statuses);
        var loser = replies.First(reply => (int)reply.StatusCode == 400);
        await loser.FailsAsync(400, "User already exists");
        Assert.Equal(Assert.Single(_gateway.Keys.Keys).Value, Assert.Single(_gateway.Cognito.Users).ApiKey);
        Array.ForEach(replies, reply => reply.Dispose());
    }
}
