using System.Text.Json.Nodes;
using Amazon.APIGateway;
using BedrockGateway.LocalAws.Tests.ApiGateway;

namespace BedrockGateway.LocalAws.Tests.Storage;

public sealed class ApiGatewayStateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeployedApi_ServesTheSameAfterARestart()
    {
        using var folder = new TemporaryFolder();
        string id;
        Answer[] before;
        await using (var host = await GatewayHost.StartAsync(dataFolder: folder.Path))
        {
            var api = await MakeAsync(host);
            id = api.Id;
            before = await AskAsync(host, id);
        }

        await using var again = await GatewayHost.StartAsync(dataFolder: folder.Path);

        var after = await AskAsync(again, id);
        Assert.Equal(Texts(before), Texts(after));
        Assert.Equal("https://b.example", after[0]["Access-Control-Allow-Origin"]);
        Assert.Equal([204, 401, 418, 400, 200], after.Select(answer => answer.Status));
    }

    [Fact]
    public async Task UsageOfAKey_GoesOnWhereItWas()
    {
        using var folder = new TemporaryFolder();
        string apiId;
        (string PlanId, string KeyId, string Value) plan;
        await using (var host = await GatewayHost.StartAsync(dataFolder: folder.Path))
        {
            var api = await TestApi.DeployedAsync(host, new() { ["ApiKeyRequired"] = true });
            apiId = api.Id;
            plan = await api.PlanAsync(
                new() { ["Quota"] = new JsonObject { ["Limit"] = 3, ["Period"] = "DAY" } });
            Assert.Equal(200, (await GetAsync(host, apiId, "/x", ("x-api-key", plan.Value))).Status);
            Assert.Equal(200, (await GetAsync(host, apiId, "/x", ("x-api-key", plan.Value))).Status);
        }

        await using var again = await GatewayHost.StartAsync(dataFolder: folder.Path);

        using var client = Client(again.Aws);
        var usage = await client.GetUsageAsync(
            new() { UsagePlanId = plan.PlanId, StartDate = "2026-04-15", EndDate = "2026-04-15" }, Token);
        Assert.Equal([2, 1], usage.Items[plan.KeyId].Single());
        Assert.Equal(200, (await GetAsync(again, apiId, "/x", ("x-api-key", plan.Value))).Status);
        Assert.Equal(429, (await GetAsync(again, apiId, "/x", ("x-api-key", plan.Value))).Status);
    }

    [Fact]
    public async Task KeysAndPlans_AreTheSameAfterARestart_AndInTheSameOrder()
    {
        await using var lab = await KeptLab.StartAsync();
        var keys = new List<string>();
        string plan;
        using (var client = Client(lab.Aws))
        using (var http = new HttpClient { BaseAddress = lab.Aws.Endpoint })
        {
            plan = await CreatePlanAsync(http);
            foreach (var name in (string[])["one", "two", "three"])
            {
                var key = await client.CreateApiKeyAsync(
                    new() { Name = name, Enabled = true, Tags = new() { ["sub"] = name } }, Token);
                await client.CreateUsagePlanKeyAsync(
                    new() { UsagePlanId = plan, KeyId = key.Id, KeyType = "API_KEY" }, Token);
                keys.Add(key.Id);
            }

            await client.DeleteApiKeyAsync(new() { ApiKey = keys[1] }, Token);
        }

        await lab.RestartAsync();

        using var after = Client(lab.Aws);
        var found = await after.GetApiKeysAsync(new() { IncludeValues = true }, Token);
        var members = await after.GetUsagePlanKeysAsync(new() { UsagePlanId = plan }, Token);
        Assert.Equal(["one", "three"], found.Items.Select(key => key.Name));
        Assert.All(found.Items, key => Assert.Equal(key.Name, key.Tags["sub"]));
        Assert.All(found.Items, key => Assert.Equal(40, key.Value.Length));
        Assert.Equal([keys[0], keys[2]], members.Items.Select(member => member.Id));
    }

    private static AmazonAPIGatewayClient Client(LocalAws aws) => new(
        LocalAwsFixture.Credentials,
        new AmazonAPIGatewayConfig
        {
            ServiceURL = aws.Endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });

    private static async Task<string> CreatePlanAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/usageplans")
        {
            Content = new StringContent("""{"name":"plan","throttle":{"rateLimit":1.5,"burstLimit":2}}"""),
        };
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=test/20260102/us-east-1/apigateway/aws4_request");
        using var response = await http.SendAsync(request, Token);
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["id"]!;
    }

    // One of everything that is kept by other means than its properties.
    private static async Task<TestApi> MakeAsync(GatewayHost host)
    {
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/cors", "OPTIONS", new() { ["Integration"] = Preflight() });
        var authorizer = await api.CreateAsync("Authorizer", new()
        {
            ["Name"] = "people",
            ["Type"] = "COGNITO_USER_POOLS",
            ["IdentitySource"] = "method.request.header.Authorization",
            ["IdentityValidationExpression"] = "client",
            ["ProviderARNs"] = new JsonArray("arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_a"),
        });
        await api.MethodAsync(
            "/closed", "GET", new() { ["AuthorizationType"] = "COGNITO_USER_POOLS", ["AuthorizerId"] = authorizer });
        await api.CreateAsync("GatewayResponse", new()
        {
            ["ResponseType"] = "MISSING_AUTHENTICATION_TOKEN",
            ["StatusCode"] = "418",
            ["ResponseTemplates"] = new JsonObject { ["application/json"] = """{"stage":"$context.stage"}""" },
        });
        var model = await api.CreateAsync("Model", new()
        {
            ["Name"] = "Question",
            ["ContentType"] = "application/json",
            ["Schema"] = JsonNode.Parse("""{"type":"object","required":["text"]}"""),
        });
        var validator = await api.CreateAsync(
            "RequestValidator", new() { ["Name"] = "body", ["ValidateRequestBody"] = true });
        await api.MethodAsync("/ask", "POST", new()
        {
            ["RequestValidatorId"] = validator,
            ["RequestModels"] = new JsonObject { ["application/json"] = model },
        });
        await api.DeployAsync(new()
        {
            ["MethodSettings"] = new JsonArray(new JsonObject
            {
                ["ResourcePath"] = "/~1ask",
                ["HttpMethod"] = "POST",
                ["ThrottlingBurstLimit"] = 50,
                ["ThrottlingRateLimit"] = 10.5,
            }),
        });
        return api;
    }

    private static JsonObject Preflight() => new()
    {
        ["Type"] = "MOCK",
        ["RequestTemplates"] = new JsonObject { ["application/json"] = """{ statusCode: 200 }""" },
        ["IntegrationResponses"] = new JsonArray(new JsonObject
        {
            ["StatusCode"] = "204",
            ["ResponseParameters"] = new JsonObject
            {
                ["method.response.header.Access-Control-Allow-Origin"] = "'https://a.example'",
            },
            ["ResponseTemplates"] = new JsonObject
            {
                ["application/json"] =
                    """
                    #set($origin = $input.params().header.get("Origin"))
                    #if($origin == "") #set($origin = $input.params().header.get("origin")) #end
                    #if($origin.matches("https://a.example") || $origin.matches("https://b.example"))
                      #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
                    #end
                    """,
            },
        }),
    };

    private static async Task<Answer[]> AskAsync(GatewayHost host, string id) =>
    [
        await SendAsync(host, id, HttpMethod.Options, "/cors", null, ("Origin", "https://b.example")),
        await GetAsync(host, id, "/closed", ("Authorization", "none")),
        await GetAsync(host, id, "/nowhere"),
        await SendAsync(host, id, HttpMethod.Post, "/ask", """{"other":1}"""),
        await SendAsync(host, id, HttpMethod.Post, "/ask", """{"text":"why"}"""),
    ];

    private static IEnumerable<(int Status, string Body)> Texts(Answer[] answers) =>
        answers.Select(answer => (answer.Status, answer.Body));

    private static Task<Answer> GetAsync(
        GatewayHost host, string apiId, string path, params (string Name, string Value)[] headers) =>
        SendAsync(host, apiId, HttpMethod.Get, path, null, headers);

    private static async Task<Answer> SendAsync(
        GatewayHost host,
        string apiId,
        HttpMethod verb,
        string path,
        string? body,
        params (string Name, string Value)[] headers)
    {
        var api = TestApi.Known(host, apiId);
        return await api.SendAsync(verb, $"/prod{path}", body, headers);
    }
}
