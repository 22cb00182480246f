namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class RouteTests
{
    [Theory]
    [InlineData("GET", "/prod", "/")]
    [InlineData("GET", "/prod/", "/")]
    [InlineData("GET", "/prod/pets", "/pets")]
    [InlineData("GET", "/prod/pets/", "/pets")]
    [InlineData("GET", "//prod/pets", "/pets")]
    [InlineData("GET", "/prod//pets", "/pets")]
    [InlineData("GET", "/prod/pets/mine", "/pets/mine")]
    [InlineData("GET", "/prod/pets/7", "/pets/{id}")]
    [InlineData("POST", "/prod/pets/mine", "/pets/{id}")]
    [InlineData("GET", "/prod/pets/7/toys", "/{proxy+}")]
    [InlineData("GET", "/prod/pets/mine/toys", "/{proxy+}")]
    [InlineData("DELETE", "/prod/pets", "/{proxy+}")]
    [InlineData("GET", "/prod/elsewhere", "/{proxy+}")]
    [InlineData("GET", "/prod/jobs/reboot", "/jobs/{type}")]
    [InlineData("GET", "/prod/jobs", "/{proxy+}")]
    [InlineData("POST", "/prod/jobs/reboot", "/{proxy+}")]
    [InlineData("GET", "/prod/preflight", "/{proxy+}")]
    [InlineData("POST", "/prod/models/list", "/models/{proxy+}")]
    public async Task Path_GoesToTheMostSpecificResourceWithAMethod(string verb, string path, string resource)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/", "GET");
        await api.MethodAsync("/pets", "GET");
        await api.MethodAsync("/pets/mine", "GET");
        await api.MethodAsync("/pets/{id}", "ANY");
        await api.MethodAsync("/jobs/{type}", "GET");
        await api.MethodAsync("/preflight", "OPTIONS");
        await api.MethodAsync("/models/list", "GET");
        await api.MethodAsync("/models/{proxy+}", "POST");
        await api.MethodAsync("/{proxy+}", "ANY");
        await api.DeployAsync();

        var answer = await api.SendAsync(new(verb), path, null);

        Assert.Equal((200, "ok"), (answer.Status, answer.Body));
        Assert.Equal(resource, (string?)host.Lambda.LastEvent["resource"]);
    }

    [Theory]
    [InlineData("GET", "/prod/y")]
    [InlineData("POST", "/prod/x")]
    [InlineData("GET", "/prod/x/y")]
    [InlineData("GET", "/prod")]
    public async Task NoMethod_Is403MissingAuthenticationToken(string verb, string path)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET");
        await api.DeployAsync();

        var answer = await api.SendAsync(new(verb), path, null);

        Assert.Equal(403, answer.Status);
        Assert.Equal("""{"message":"Missing Authentication Token"}""", answer.Body);
        Assert.Equal("MissingAuthenticationTokenException", answer["x-amzn-ErrorType"]);
        Assert.Equal("application/json", answer["Content-Type"]);
        Assert.Equal("42", answer["Content-Length"]);
        Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", answer["x-amzn-RequestId"]!);
        Assert.Matches("^[A-Za-z0-9+/]{15}=$", answer["x-amz-apigw-id"]!);
        Assert.Null(answer["X-Amzn-Trace-Id"]);
        Assert.Empty(host.Lambda.Requests);
    }

    [Fact]
    public async Task VerbBeyondAny_IsNotServed()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        Assert.Equal(403, (await api.SendAsync(new("PROPFIND"), "/prod/x", null)).Status);
    }

    [Fact]
    public async Task UnknownStage_Is403Forbidden()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        var answer = await api.GetAsync("/test/x");

        Assert.Equal((403, """{"message":"Forbidden"}"""), (answer.Status, answer.Body));
        Assert.Equal("ForbiddenException", answer["x-amzn-ErrorType"]);
        Assert.Equal("23", answer["Content-Length"]);
    }

    [Fact]
    public async Task MethodChange_IsServedAfterTheNextDeploymentOnly()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        await api.MethodAsync("/new", "GET");
        var changed = await api.MethodPropertiesAsync("/x", "ANY", new() { ["ApiKeyRequired"] = true });
        await host.UpdateAsync("Method", "physical", changed);

        var before = (await api.GetAsync("/prod/x"), await api.GetAsync("/prod/new"));
        await api.DeployAsync();
        var after = (await api.GetAsync("/prod/x"), await api.GetAsync("/prod/new"));

        Assert.Equal((200, 403), (before.Item1.Status, before.Item2.Status));
        Assert.Equal("""{"message":"Missing Authentication Token"}""", before.Item2.Body);
        Assert.Equal((403, 200), (after.Item1.Status, after.Item2.Status));
        Assert.Equal("""{"message":"Forbidden"}""", after.Item1.Body);
    }

    [Fact]
    public async Task SeveralApis_AreTheNewestWithTheStageUnlessTheHostNamesOne()
    {
        await using var host = await GatewayHost.StartAsync();
        var older = await TestApi.DeployedAsync(host);
        var newer = await TestApi.DeployedAsync(host);
        await TestApi.CreateAsync(host);

        await newer.GetAsync("/prod/x");
        var byDefault = host.Lambda.LastEvent;
        await newer.GetAsync("/prod/x", ("Host", $"{older.Id}.execute-api.us-east-1.amazonaws.com"));
        var byHost = host.Lambda.LastEvent;
        var unknown = await newer.GetAsync("/prod/x", ("Host", "nothere.execute-api.localhost"));

        Assert.Equal(newer.Id, (string?)byDefault["requestContext"]!["apiId"]);
        Assert.Equal(older.Id, (string?)byHost["requestContext"]!["apiId"]);
        Assert.Equal((403, """{"message":"Forbidden"}"""), (unknown.Status, unknown.Body));
    }

    [Fact]
    public async Task EdgePort_ServesEachApiUnderItsOwnPath()
    {
        await using var host = await GatewayHost.StartAsync();
        var older = await TestApi.DeployedAsync(host);
        await TestApi.DeployedAsync(host);

        var uri = new Uri(host.Aws.Endpoint, $"/_aws/execute-api/{older.Id}/prod/x?a=1");
        using var response = await host.Http.GetAsync(uri, TestContext.Current.CancellationToken);

        Assert.Equal("ok", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(older.Id, (string?)host.Lambda.LastEvent["requestContext"]!["apiId"]);
        Assert.Equal("/prod/x", (string?)host.Lambda.LastEvent["requestContext"]!["path"]);
        Assert.Equal("/x", (string?)host.Lambda.LastEvent["path"]);
    }

    [Fact]
    public async Task GatewayPort_DoesNotAnswerAsTheEdge()
    {
        await using var host = await GatewayHost.StartAsync();

        var uri = new Uri(host.Aws.Gateway, "/_local/health");
        using var response = await host.Http.GetAsync(uri, TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)response.StatusCode);
    }
}
