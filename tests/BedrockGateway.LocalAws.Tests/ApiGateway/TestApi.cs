using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

/// <summary>A REST API in the making, with stage <c>prod</c> once it is deployed.</summary>
internal sealed class TestApi
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:000000000000:function:models";

    private readonly Dictionary<string, string> _resources;
    private JsonObject? _stage;

    private TestApi(GatewayHost host, ResourceResult api)
    {
        Host = host;
        Id = api.PhysicalId;
        _resources = new() { ["/"] = api.Attributes["RootResourceId"] };
    }

    public GatewayHost Host { get; }

    public string Id { get; }

    public static async Task<TestApi> CreateAsync(GatewayHost host, JsonObject? properties = null)
    {
        properties ??= [];
        properties["Name"] ??= "api";
        return new(host, await host.CreateAsync("RestApi", properties));
    }

    /// <summary>An API with one proxy method on <c>/x</c>, deployed.</summary>
    public static async Task<TestApi> DeployedAsync(GatewayHost host, JsonObject? method = null)
    {
        var api = await CreateAsync(host);
        await api.MethodAsync("/x", "ANY", method);
        await api.DeployAsync();
        return api;
    }

    /// <summary>An API that an emulator before this one deployed.</summary>
    public static TestApi Known(GatewayHost host, string id) =>
        new(host, new(id, new Dictionary<string, string> { ["RootResourceId"] = string.Empty }));

    public static JsonObject Proxy(string function = FunctionArn) => new()
    {
        ["Type"] = "AWS_PROXY",
        ["IntegrationHttpMethod"] = "POST",
        ["Uri"] = $"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{function}/invocations",
    };

    public static JsonObject StreamedProxy(string function = FunctionArn) => new()
    {
        ["Type"] = "AWS_PROXY",
        ["IntegrationHttpMethod"] = "POST",
        ["Uri"] = "arn:aws:apigateway:us-east-1:lambda:path/2021-11-15/functions/"
            + $"{function}/response-streaming-invocations",
        ["ResponseTransferMode"] = "STREAM",
    };

    /// <summary>Id of the resource at a path, made with those above it where it is new.</summary>
    public async Task<string> ResourceAsync(string path)
    {
        if (_resources.TryGetValue(path, out var known))
        {
            return known;
        }

        var slash = path.LastIndexOf('/');
        var parent = await ResourceAsync(slash == 0 ? "/" : path[..slash]);
        var created = await Host.CreateAsync("Resource", new()
        {
            ["RestApiId"] = Id,
            ["ParentId"] = parent,
            ["PathPart"] = path[(slash + 1)..],
        });
        return _resources[path] = created.PhysicalId;
    }

    public async Task<string> MethodAsync(string path, string verb, JsonObject? properties = null) =>
        (await Host.CreateAsync("Method", await MethodPropertiesAsync(path, verb, properties))).PhysicalId;

    public async Task<JsonObject> MethodPropertiesAsync(string path, string verb, JsonObject? properties = null)
    {
        properties = properties?.DeepClone().AsObject() ?? [];
        properties["RestApiId"] = Id;
        properties["ResourceId"] = await ResourceAsync(path);
        properties["HttpMethod"] = verb;
        properties["AuthorizationType"] ??= "NONE";
        properties["Integration"] ??= Proxy();
        return properties;
    }

    /// <summary>Makes something else of the API, such as an authorizer.</summary>
    public async Task<string> CreateAsync(string type, JsonObject properties)
    {
        properties["RestApiId"] = Id;
        return (await Host.CreateAsync(type, properties)).PhysicalId;
    }

    /// <summary>Deploys the API as it is to <c>prod</c>, and returns the deployment's id.</summary>
    public async Task<string> DeployAsync(JsonObject? stage = null)
    {
        var deployment = await CreateAsync("Deployment", []);
        var isNew = _stage is null;
        _stage = (stage ?? _stage ?? []).DeepClone().AsObject();
        _stage["RestApiId"] = Id;
        _stage["StageName"] = "prod";
        _stage["DeploymentId"] = deployment;
        _ = isNew ? await Host.CreateAsync("Stage", _stage) : await Host.UpdateAsync("Stage", "prod", _stage);
        return deployment;
    }

    /// <summary>A plan for <c>prod</c> with one enabled key, whose value is returned.</summary>
    public async Task<(string PlanId, string KeyId, string KeyValue)> PlanAsync(JsonObject plan)
    {
        plan["ApiStages"] ??= new JsonArray(new JsonObject { ["ApiId"] = Id, ["Stage"] = "prod" });
        var planId = (await Host.CreateAsync("UsagePlan", plan)).PhysicalId;
        var value = $"key-value-for-{planId}-0123456789";
        var keyId = (await Host.CreateAsync("ApiKey", new() { ["Value"] = value, ["Enabled"] = true })).PhysicalId;
        await Host.CreateAsync(
            "UsagePlanKey", new() { ["KeyId"] = keyId, ["KeyType"] = "API_KEY", ["UsagePlanId"] = planId });
        return (planId, keyId, value);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<Answer> SendAsync(
        HttpMethod verb, string path, string? body, params (string Name, string Value)[] headers)
    {
        var origin = Host.Aws.Gateway.GetLeftPart(UriPartial.Authority);
        using var request = new HttpRequestMessage(verb, new Uri(origin + path));
        if (body is not null)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}

/// <summary>A response as a client sees it.</summary>
internal sealed record Answer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Concat(response.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
}
