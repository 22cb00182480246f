using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace BedrockGateway.Compat.Tests.AwsSdk;

public sealed class APIGatewayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateApiKey_WritesCamelCaseAndReadsTheKey()
    {
        await using var server = await WireServer.AnsweringAsync(
            201,
            """
            {"id":"abc","value":"v","name":"n","enabled":true,"createdDate":1700000000,"lastUpdatedDate":1700000001,
            "stageKeys":[],"tags":{"stack":"s"}}
            """,
            Token);
        using var client = Clients.ApiGateway(server);

        var response = await client.CreateApiKeyAsync(
            new CreateApiKeyRequest
            {
                Name = "n",
                Enabled = true,
                Tags = new Dictionary<string, string> { ["stack"] = "s" },
                StageKeys = [new StageKey { RestApiId = "api", StageName = "prod" }],
            },
            Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/apikeys"), (request.Method, request.Target));
        Assert.Equal("AKIDEXAMPLE/eu-west-1/apigateway", request.SignatureScope);
        Assert.Equal("application/json", request.Header("accept"));
        Assert.Equal("application/json", request.Header("content-type"));
        Assert.Equal(
            """{"enabled":true,"name":"n","stageKeys":[{"restApiId":"api","stageName":"prod"}],"tags":{"stack":"s"}}""",
            request.Text);
        Assert.Equal(HttpStatusCode.Created, response.HttpStatusCode);
        Assert.Equal(("abc", "v", "n"), (response.Id, response.Value, response.Name));
        Assert.True(response.Enabled);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_000), response.CreatedDate);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_001), response.LastUpdatedDate);
        Assert.Equal("s", response.Tags["stack"]);
        Assert.Empty(response.StageKeys);
        Assert.Null(response.CustomerId);
    }

    [Fact]
    public async Task KeyRequests_UsePathAndQuery()
    {
        await using var server = await WireServer.AnsweringAsync(
            200, """{"position":"p2","item":[{"id":"a"},{"id":"b"}],"warnings":["w"]}""", Token);
        using var client = Clients.ApiGateway(server);

        await client.GetApiKeyAsync(new GetApiKeyRequest { ApiKey = "a/b", IncludeValue = true }, Token);
        await client.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = "abc" }, Token);
        var page = await client.GetApiKeysAsync(
            new GetApiKeysRequest { NameQuery = "stack name", Limit = 500, IncludeValues = false, Position = "p=1" },
            Token);

        Assert.Equal(
            [
                ("GET", "/apikeys/a%2Fb?includeValue=true"),
                ("DELETE", "/apikeys/abc"),
                ("GET", "/apikeys?includeValues=false&limit=500&name=stack%20name&position=p%3D1"),
            ],
            server.Requests.Select(request => (request.Method, request.Target)));
        Assert.All(server.Requests, request => Assert.Empty(request.Text));
        Assert.Equal(["a", "b"], page.Items.Select(key => key.Id));
        Assert.Equal("p2", page.Position);
        Assert.Equal(["w"], page.Warnings);
    }

    [Fact]
    public async Task PlanKeys_UsePathAndBody()
    {
        await using var server = await WireServer.AnsweringAsync(
            201, """{"id":"k","type":"API_KEY","name":"n","value":"v"}""", Token);
        using var client = Clients.ApiGateway(server);

        var key = await client.CreateUsagePlanKeyAsync(
            new CreateUsagePlanKeyRequest { UsagePlanId = "plan", KeyId = "k", KeyType = "API_KEY" }, Token);
        await client.DeleteUsagePlanKeyAsync(
            new DeleteUsagePlanKeyRequest { UsagePlanId = "plan", KeyId = "k" }, Token);
        await client.GetUsagePlanKeysAsync(
            new GetUsagePlanKeysRequest { UsagePlanId = "plan", NameQuery = "n" }, Token);

        Assert.Equal(
            [
                ("POST", "/usageplans/plan/keys", """{"keyId":"k","keyType":"API_KEY"}"""),
                ("DELETE", "/usageplans/plan/keys/k", ""),
                ("GET", "/usageplans/plan/keys?name=n", ""),
            ],
            server.Requests.Select(request => (request.Method, request.Target, request.Text)));
        Assert.Equal(("k", "API_KEY", "n", "v"), (key.Id, key.Type, key.Name, key.Value));
    }

    [Fact]
    public async Task Plans_ReadLimits()
    {
        const string Plan = """
            {"id":"plan","name":"n","apiStages":[{"apiId":"api","stage":"prod","throttle":{"/bedrock/POST":
            {"burstLimit":3,"rateLimit":1.5}}}],"throttle":{"burstLimit":2,"rateLimit":1.0},
            "quota":{"limit":25,"offset":0,"period":"DAY"}}
            """;
        await using var server = await WireServer.StartAsync(Token);
        server.Prepare(200, Plan);
        server.Prepare(200, $$"""{"item":[{{Plan}}]}""");
        using var client = Clients.ApiGateway(server);

        var plan = await client.GetUsagePlanAsync(new GetUsagePlanRequest { UsagePlanId = "plan" }, Token);
        var plans = await client.GetUsagePlansAsync(new GetUsagePlansRequest { KeyId = "k" }, Token);

        Assert.Equal(["/usageplans/plan", "/usageplans?keyId=k"], server.Requests.Select(request => request.Target));
        Assert.Equal((2, 1.0), (plan.Throttle.BurstLimit, plan.Throttle.RateLimit));
        Assert.Equal((25, 0, QuotaPeriodType.DAY), (plan.Quota.Limit, plan.Quota.Offset, plan.Quota.Period));
        Assert.Equal(1.5, Assert.Single(plan.ApiStages).Throttle["/bedrock/POST"].RateLimit);
        Assert.Equal("plan", Assert.Single(plans.Items).Id);
    }

    [Fact]
    public async Task GetUsage_ReadsTheLogOfEachKey()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            """
            {"usagePlanId":"plan","startDate":"2026-01-01","endDate":"2026-01-02",
            "values":{"k":[[1,24],[25,0]],"l":[]}}
            """,
            Token);
        using var client = Clients.ApiGateway(server);

        var usage = await client.GetUsageAsync(
            new GetUsageRequest { UsagePlanId = "plan", StartDate = "2026-01-01", EndDate = "2026-01-02" }, Token);

        Assert.Equal(
            "/usageplans/plan/usage?endDate=2026-01-02&startDate=2026-01-01", Assert.Single(server.Requests).Target);
        Assert.Equal(["k", "l"], usage.Items.Keys);
        Assert.Equal([[1, 24], [25, 0]], usage.Items["k"]);
        Assert.Empty(usage.Items["l"]);
        Assert.Equal("2026-01-02", usage.EndDate);
    }

    [Fact]
    public async Task Errors_ThrowTheirTypes()
    {
        await using var server = await WireServer.StartAsync(Token);
        server.Prepare(
            404,
            """{"message":"Invalid API Key identifier specified"}""",
            ("x-amzn-ErrorType", "NotFoundException"));
        server.Prepare(
            429,
            """{"message":"Too Many Requests"}""",
            ("x-amzn-ErrorType", "TooManyRequestsException"),
            ("Retry-After", "7"));
        using var client = Clients.ApiGateway(server);
        var request = new GetApiKeyRequest { ApiKey = "k" };

        var absent = await Assert.ThrowsAsync<NotFoundException>(() => client.GetApiKeyAsync(request, Token));
        var throttled = await Assert.ThrowsAsync<TooManyRequestsException>(() => client.GetApiKeyAsync(request, Token));

        Assert.Equal("Invalid API Key identifier specified", absent.Message);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        Assert.Equal(("Too Many Requests", "7"), (throttled.Message, throttled.RetryAfterSeconds));
    }

    [Fact]
    public async Task RequestWithoutPathValue_IsRefusedBeforeItIsSent()
    {
        await using var server = await WireServer.StartAsync(Token);
        using var client = Clients.ApiGateway(server);

        var fault = await Assert.ThrowsAsync<AmazonAPIGatewayException>(
            () => client.DeleteApiKeyAsync(new DeleteApiKeyRequest(), Token));

        Assert.Equal("Request object does not have required field ApiKey set", fault.Message);
        Assert.Empty(server.Requests);
    }
}
