using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class ResourceHandlerTests
{
    [Fact]
    public async Task RefAndAttributes_AreCloudFormations()
    {
        await using var host = await GatewayHost.StartAsync();
        var rest = await host.CreateAsync("RestApi", new() { ["Name"] = "api" });
        var resource = await host.CreateAsync("Resource", new()
        {
            ["RestApiId"] = rest.PhysicalId,
            ["ParentId"] = rest.Attributes["RootResourceId"],
            ["PathPart"] = "x",
        });
        var method = await host.CreateAsync("Method", new()
        {
            ["RestApiId"] = rest.PhysicalId,
            ["ResourceId"] = resource.PhysicalId,
            ["HttpMethod"] = "GET",
            ["Integration"] = TestApi.Proxy(),
        });
        var plan = await host.CreateAsync("UsagePlan", []);
        var key = await host.CreateAsync("ApiKey", []);
        var planKey = await host.CreateAsync("UsagePlanKey", new()
        {
            ["KeyId"] = key.PhysicalId,
            ["KeyType"] = "API_KEY",
            ["UsagePlanId"] = plan.PhysicalId,
        });

        Assert.Matches("^[a-z0-9]{10}$", rest.PhysicalId);
        Assert.Equal(rest.PhysicalId, rest.Attributes["RestApiId"]);
        Assert.Equal(resource.PhysicalId, resource.Attributes["ResourceId"]);
        Assert.Matches("^Stack-Logical-[A-Z0-9]{12}$", method.PhysicalId);
        Assert.Equal(plan.PhysicalId, plan.Attributes["Id"]);
        Assert.Equal(key.PhysicalId, key.Attributes["APIKeyId"]);
        Assert.Equal($"{key.PhysicalId}:{plan.PhysicalId}", planKey.PhysicalId);
    }

    [Theory]
    [InlineData("RestApi", "")]
    [InlineData("Resource", "ParentId,PathPart,RestApiId")]
    [InlineData("Method", "HttpMethod,ResourceId,RestApiId")]
    [InlineData("Authorizer", "RestApiId")]
    [InlineData("Deployment", "DeploymentCanarySettings,RestApiId")]
    [InlineData("Stage", "RestApiId,StageName")]
    [InlineData("UsagePlan", "")]
    [InlineData("UsagePlanKey", "KeyId,KeyType,UsagePlanId")]
    [InlineData("ApiKey", "GenerateDistinctId,Name,Value")]
    [InlineData("GatewayResponse", "ResponseType,RestApiId")]
    [InlineData("RequestValidator", "Name,RestApiId")]
    [InlineData("Model", "ContentType,Name,RestApiId")]
    [InlineData("Account", "")]
    public async Task CreateOnlyProperties_AreTheSchemas(string type, string properties)
    {
        await using var host = await GatewayHost.StartAsync();

        Assert.Equal(properties, string.Join(',', host.Handler(type).CreateOnlyProperties.Order()));
    }

    [Fact]
    public async Task DeploymentInUse_CannotBeDeletedAndOneReplacedCan()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        var properties = new JsonObject { ["RestApiId"] = api.Id };
        var first = await api.DeployAsync();
        var second = await api.DeployAsync();

        await host.DeleteAsync("Deployment", first, properties);
        var fault = await Assert.ThrowsAsync<AwsFault>(() => host.DeleteAsync("Deployment", second, properties));

        Assert.Equal("Active stages pointing to this deployment must be moved or deleted", fault.Message);
        Assert.Equal(200, (await api.GetAsync("/prod/x")).Status);
    }

    [Fact]
    public async Task DeletingEverything_InReverse_LeavesNothingServed()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        var method = await api.MethodAsync("/x", "GET");
        var deployment = await api.DeployAsync();
        var (planId, keyId, _) = await api.PlanAsync([]);
        var ofApi = new JsonObject { ["RestApiId"] = api.Id };

        await host.DeleteAsync("UsagePlanKey", "id", new() { ["UsagePlanId"] = planId, ["KeyId"] = keyId });
        await host.DeleteAsync("UsagePlan", planId, []);
        await host.DeleteAsync("ApiKey", keyId, []);
        await host.DeleteAsync("Stage", "prod", ofApi);
        await host.DeleteAsync("Deployment", deployment, ofApi);
        await host.DeleteAsync("Method", method, await api.MethodPropertiesAsync("/x", "GET"));
        await host.DeleteAsync("Resource", await api.ResourceAsync("/x"), ofApi);
        await host.DeleteAsync("RestApi", api.Id, []);
        await host.DeleteAsync("Stage", "prod", ofApi);

        Assert.Equal("""{"message":"Forbidden"}""", (await api.GetAsync("/prod/x")).Body);
    }

    [Theory]
    [InlineData("Type", "HTTP_PROXY", "integrations of type HTTP_PROXY")]
    [InlineData(
        "Uri",
        "arn:aws:apigateway:us-east-1:s3:path/bucket",
        "AWS_PROXY integration with the URI arn:aws:apigateway:us-east-1:s3:path/bucket")]
    public async Task IntegrationThatIsNotEmulated_IsRefusedWhenItIsMade(string property, string value, string what)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        var integration = TestApi.Proxy();
        integration[property] = value;

        var fault = await Assert.ThrowsAsync<AwsFault>(
            () => api.MethodAsync("/x", "GET", new() { ["Integration"] = integration }));

        Assert.Equal($"LocalAws does not emulate apigateway:{what}.", fault.Message);
    }

    [Theory]
    [InlineData("AuthorizationType", "AWS_IAM", "LocalAws does not emulate apigateway:authorization type AWS_IAM.")]
    [InlineData(
        "AuthorizationType",
        "COGNITO_USER_POOLS",
        "Invalid Authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS "
        + "requires a valid authorizer.")]
    [InlineData("RequestValidatorId", "absent", "Invalid Request Validator identifier specified")]
    public async Task MethodThatRefersToNothing_IsRefused(string property, string value, string message)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);

        var fault = await Assert.ThrowsAsync<AwsFault>(
            () => api.MethodAsync("/x", "GET", new() { [property] = value }));

        Assert.Equal(message, fault.Message);
    }

    [Theory]
    [InlineData(49)]
    [InlineData(29_001)]
    public async Task IntegrationTimeoutOutOfRange_IsRefused(int timeoutMs)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        var integration = TestApi.Proxy();
        integration["TimeoutInMillis"] = timeoutMs;

        var fault = await Assert.ThrowsAsync<AwsFault>(
            () => api.MethodAsync("/x", "GET", new() { ["Integration"] = integration }));

        Assert.Equal("Timeout should be between 50 ms and 29000 ms", fault.Message);
    }

    [Fact]
    public async Task FunctionWithAlias_IsInvokedByItsWholeArn()
    {
        await using var host = await GatewayHost.StartAsync();
        await TestApi.DeployedAsync(host, new() { ["Integration"] = TestApi.Proxy($"{TestApi.FunctionArn}:live") });

        using var response = await host.Http.GetAsync(
            new Uri(host.Aws.Gateway, "/prod/x"), TestContext.Current.CancellationToken);

        Assert.Equal($"{TestApi.FunctionArn}:live", host.Lambda.Requests.Single().Function);
    }

    [Theory]
    [InlineData("x", "Another resource with the same parent already has this name: x")]
    [InlineData("{b}", "A sibling ({a}) of this resource already has a variable path part -- only one is allowed")]
    [InlineData(
        "a b",
        "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable "
        + "and curly braces at the beginning and the end.")]
    public async Task PathPartWithoutRoom_IsRefused(string part, string message)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.ResourceAsync("/x");
        await api.ResourceAsync("/{a}");
        await api.ResourceAsync("/{rest+}");

        var fault = await Assert.ThrowsAsync<AwsFault>(async () => await api.CreateAsync(
            "Resource", new() { ["ParentId"] = await api.ResourceAsync("/"), ["PathPart"] = part }));

        Assert.Equal(message, fault.Message);
    }

    [Theory]
    [InlineData("Policy", "Policy of a RestApi")]
    [InlineData("Body", "Body of a RestApi")]
    public async Task ApiPropertyThatIsNotEmulated_IsRefused(string property, string what)
    {
        await using var host = await GatewayHost.StartAsync();

        var fault = await Assert.ThrowsAsync<AwsFault>(
            () => TestApi.CreateAsync(host, new() { [property] = new JsonObject() }));

        Assert.Equal($"LocalAws does not emulate apigateway:{what}.", fault.Message);
    }

    [Fact]
    public async Task EmptyApi_CannotBeDeployed()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);

        var fault = await Assert.ThrowsAsync<AwsFault>(() => api.DeployAsync());

        Assert.Equal("The REST API doesn't contain any methods", fault.Message);
    }
}
