using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

/// <summary>The operations that the solution's own client does not have, as they are on the wire.</summary>
public sealed class ControlPlaneTests
{
    [Fact]
    public async Task UsagePlan_IsMadeReadChangedAndRemoved()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        var created = await CallAsync(
            host, "POST", "/usageplans",
            $$"""
            {
              "name": "p", "throttle": { "rateLimit": 5, "burstLimit": 10 }, "quota": { "limit": 100, "period": "DAY" },
              "apiStages": [{ "apiId": "{{api.Id}}", "stage": "prod", "throttle": { "/x/GET": { "rateLimit": 1.5 } } }]
            }
            """);
        var id = (string)created.Json["id"]!;
        var patched = await CallAsync(
            host, "PATCH", $"/usageplans/{id}",
            $$"""
            {
              "patchOperations": [
                { "op": "replace", "path": "/name", "value": "q" },
                { "op": "replace", "path": "/throttle/rateLimit", "value": "2.5" },
                { "op": "replace", "path": "/quota/period", "value": "MONTH" },
                {
                  "op": "replace",
                  "path": "/apiStages/{{api.Id}}:prod/throttle/~1v1~1x/POST/burstLimit",
                  "value": "7"
                },
                { "op": "remove", "path": "/apiStages/{{api.Id}}:prod/throttle/~1x/GET" }
              ]
            }
            """);
        var refused = await CallAsync(host, "DELETE", $"/usageplans/{id}");
        await CallAsync(host, "PATCH", $"/usageplans/{id}", Patch("remove", "/apiStages", $"{api.Id}:prod"));
        var removed = await CallAsync(host, "DELETE", $"/usageplans/{id}");
        var gone = await CallAsync(host, "GET", $"/usageplans/{id}");

        Assert.Equal(201, created.Status);
        AssertJson.Equal(
            $$"""
            {
              "id": "{{id}}", "name": "p", "throttle": { "rateLimit": 5, "burstLimit": 10 },
              "quota": { "limit": 100, "offset": 0, "period": "DAY" },
              "apiStages": [{ "apiId": "{{api.Id}}", "stage": "prod", "throttle": { "/x/GET": { "rateLimit": 1.5 } } }]
            }
            """,
            created.Json);
        AssertJson.Equal(
            $$"""
            {
              "id": "{{id}}", "name": "q", "throttle": { "rateLimit": 2.5, "burstLimit": 10 },
              "quota": { "limit": 100, "offset": 0, "period": "MONTH" }, "tags": {},
              "apiStages": [
                { "apiId": "{{api.Id}}", "stage": "prod", "throttle": { "/v1/x/POST": { "burstLimit": 7 } } }
              ]
            }
            """,
            patched.Json);
        Assert.Equal((400, "BadRequestException"), (refused.Status, refused.ErrorType));
        Assert.Equal(
            $"Cannot delete Usage Plan {id} because it has associated API Stages. "
            + "Please remove all API Stages before attempting to delete the Usage Plan.",
            refused.Message);
        Assert.Equal((202, ""), (removed.Status, removed.Body));
        Assert.Equal(
            (404, "NotFoundException", "Invalid Usage Plan ID specified"), (gone.Status, gone.ErrorType, gone.Message));
    }

    [Fact]
    public async Task UsagePlanKeys_ShowTheValueAndCountOncePerStage()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        var (planId, keyId, value) = await api.PlanAsync(new() { ["UsagePlanName"] = "one" });
        var (otherPlanId, _, _) = await api.PlanAsync(new() { ["UsagePlanName"] = "two" });
        var body = $$"""{"keyId":"{{keyId}}","keyType":"API_KEY"}""";

        var read = await CallAsync(host, "GET", $"/usageplans/{planId}/keys/{keyId}");
        var list = await CallAsync(host, "GET", $"/usageplans/{planId}/keys");
        var plans = await CallAsync(host, "GET", $"/usageplans?keyId={keyId}");
        var again = await CallAsync(host, "POST", $"/usageplans/{planId}/keys", body);
        var second = await CallAsync(host, "POST", $"/usageplans/{otherPlanId}/keys", body);
        var removed = await CallAsync(host, "DELETE", $"/usageplans/{planId}/keys/{keyId}");
        var absent = await CallAsync(host, "GET", $"/usageplans/{planId}/keys/{keyId}");
        var moved = await CallAsync(host, "POST", $"/usageplans/{otherPlanId}/keys", body);

        var name = (string?)read.Json["name"];
        Assert.StartsWith("Stack-Logical-", name, StringComparison.Ordinal);
        var view = $$"""{"id":"{{keyId}}","type":"API_KEY","value":"{{value}}","name":"{{name}}"}""";
        AssertJson.Equal(view, read.Json);
        AssertJson.Equal($$"""{"item":[{{view}}]}""", list.Json);
        Assert.Equal([planId], plans.Json["item"]!.AsArray().Select(plan => (string?)plan!["id"]));
        Assert.Equal((409, "ConflictException"), (again.Status, again.ErrorType));
        Assert.Equal(
            (409, $"API Key {keyId} is already in Usage Plan {planId} for API Stage {api.Id}:prod"),
            (second.Status, second.Message));
        Assert.Equal(202, removed.Status);
        Assert.Equal((404, "Invalid Usage Plan Key identifier specified"), (absent.Status, absent.Message));
        Assert.Equal(201, moved.Status);
        AssertJson.Equal(view, moved.Json);
    }

    [Fact]
    public async Task ApiKey_PatchAndTags()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host, new() { ["ApiKeyRequired"] = true });
        var (_, keyId, value) = await api.PlanAsync([]);
        var arn = Uri.EscapeDataString($"arn:aws:apigateway:us-east-1::/apikeys/{keyId}");

        var before = await api.GetAsync("/prod/x", ("x-api-key", value));
        var patched = await CallAsync(host, "PATCH", $"/apikeys/{keyId}", Patch("replace", "/enabled", "false"));
        var after = await api.GetAsync("/prod/x", ("x-api-key", value));
        var tagged = await CallAsync(host, "PUT", $"/tags/{arn}", """{"tags":{"a":"1","b":"2"}}""");
        await CallAsync(host, "DELETE", $"/tags/{arn}?tagKeys=a");
        var tags = await CallAsync(host, "GET", $"/tags/{arn}");
        var wrong = await CallAsync(host, "PATCH", $"/apikeys/{keyId}", Patch("replace", "/value", "x"));

        Assert.Equal((200, 403), (before.Status, after.Status));
        Assert.Equal((200, "false"), (patched.Status, patched.Json["enabled"]!.ToJsonString()));
        Assert.Null(patched.Json["value"]);
        Assert.Equal("{}", patched.Json["tags"]!.ToJsonString());
        Assert.Equal(204, tagged.Status);
        AssertJson.Equal("""{"tags":{"b":"2"}}""", tags.Json);
        Assert.Equal((400, "Invalid patch path '/value' specified for op 'replace'"), (wrong.Status, wrong.Message));
    }

    [Fact]
    public async Task Usage_HasAPairForEachDayAndCanBeExtended()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host, new() { ["ApiKeyRequired"] = true });
        var (planId, keyId, key) = await api.PlanAsync(
            new() { ["Quota"] = new JsonObject { ["Limit"] = 3, ["Period"] = "WEEK" } });
        await api.GetAsync("/prod/x", ("x-api-key", key));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await api.GetAsync("/prod/x", ("x-api-key", key));
        await api.GetAsync("/prod/x", ("x-api-key", key));
        var refused = await api.GetAsync("/prod/x", ("x-api-key", key));

        var path = $"/usageplans/{planId}/usage";
        var usage = await CallAsync(host, "GET", $"{path}?startDate=2026-04-14&endDate=2026-04-16");
        var extended = await CallAsync(
            host, "PATCH", $"/usageplans/{planId}/keys/{keyId}/usage", Patch("replace", "/remaining", "1"));
        var granted = await api.GetAsync("/prod/x", ("x-api-key", key));
        var spent = await api.GetAsync("/prod/x", ("x-api-key", key));
        var tooLong = await CallAsync(host, "GET", $"{path}?startDate=2026-01-01&endDate=2026-04-16");

        Assert.Equal(429, refused.Status);
        AssertJson.Equal(
            $$"""
            {
              "usagePlanId": "{{planId}}", "startDate": "2026-04-14", "endDate": "2026-04-16",
              "values": { "{{keyId}}": [[0, 3], [1, 2], [2, 0]] }
            }
            """,
            usage.Json);
        Assert.Equal("[[2,1]]", extended.Json["values"]![keyId]!.ToJsonString());
        Assert.Equal((200, 429), (granted.Status, spent.Status));
        Assert.Equal((400, "BadRequestException"), (tooLong.Status, tooLong.ErrorType));
    }

    [Fact]
    public async Task Reads_DescribeTheApi()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host, new()
        {
            ["Description"] = "d",
            ["EndpointConfiguration"] = new JsonObject { ["Types"] = new JsonArray("REGIONAL") },
        });
        await api.MethodAsync("/x", "GET");
        var deployment = await api.DeployAsync(new()
        {
            ["MethodSettings"] = new JsonArray(new JsonObject
            {
                ["ResourcePath"] = "/x",
                ["HttpMethod"] = "GET",
                ["ThrottlingRateLimit"] = 5,
                ["ThrottlingBurstLimit"] = 10,
            }),
        });

        var rest = await CallAsync(host, "GET", $"/restapis/{api.Id}");
        var all = await CallAsync(host, "GET", "/restapis");
        var resources = await CallAsync(host, "GET", $"/restapis/{api.Id}/resources");
        var stage = await CallAsync(host, "GET", $"/restapis/{api.Id}/stages/prod");
        var stages = await CallAsync(host, "GET", $"/restapis/{api.Id}/stages");
        var deployments = await CallAsync(host, "GET", $"/restapis/{api.Id}/deployments");
        var absent = await CallAsync(host, "GET", "/restapis/absent");
        var noStage = await CallAsync(host, "GET", $"/restapis/{api.Id}/stages/test");

        var root = await api.ResourceAsync("/");
        AssertJson.Equal(
            $$"""
            {
              "id": "{{api.Id}}", "name": "api", "description": "d", "createdDate": 1776247200,
              "apiKeySource": "HEADER",
              "endpointConfiguration": { "types": ["REGIONAL"] }, "tags": {}, "disableExecuteApiEndpoint": false,
              "rootResourceId": "{{root}}"
            }
            """,
            rest.Json);
        AssertJson.Equal($$"""{"item":[{{rest.Body}}]}""", all.Json);
        AssertJson.Equal(
            $$"""
            {
              "item": [
                { "id": "{{root}}", "path": "/" },
                {
                  "id": "{{await api.ResourceAsync("/x")}}", "parentId": "{{root}}", "pathPart": "x", "path": "/x",
                  "resourceMethods": { "GET": {} }
                }
              ]
            }
            """,
            resources.Json);
        AssertJson.Equal(
            $$"""
            {
              "stageName": "prod", "deploymentId": "{{deployment}}", "cacheClusterEnabled": false,
              "cacheClusterStatus": "NOT_AVAILABLE", "tracingEnabled": false,
              "createdDate": 1776247200, "lastUpdatedDate": 1776247200,
              "methodSettings": { "~1x/GET": { "throttlingBurstLimit": 10, "throttlingRateLimit": 5 } }
            }
            """,
            stage.Json);
        AssertJson.Equal($$"""{"item":[{{stage.Body}}]}""", stages.Json);
        AssertJson.Equal($$"""{"item":[{"id":"{{deployment}}","createdDate":1776247200}]}""", deployments.Json);
        Assert.Equal(
            (404, "Invalid API identifier specified 000000000000:absent"), (absent.Status, absent.Message));
        Assert.Equal((404, "Invalid stage identifier specified"), (noStage.Status, noStage.Message));
    }

    [Theory]
    [InlineData(
        """{"apiStages":[{"apiId":"absent","stage":"dev"}]}""",
        404,
        "^Invalid API Stage {api: absent, stage: dev} specified for usageplan [a-z0-9]{6}$")]
    [InlineData(
        """{"quota":{"limit":1,"period":"YEAR"}}""",
        400,
        "^Invalid quota period YEAR: it must be DAY, WEEK or MONTH$")]
    [InlineData(
        """{"quota":{"limit":0,"period":"DAY"}}""",
        400,
        "^Invalid quota: limit 0 must be positive and offset 0 must not be negative$")]
    public async Task InvalidPlan_IsRefused(string body, int status, string message)
    {
        await using var host = await GatewayHost.StartAsync();

        var fault = await CallAsync(host, "POST", "/usageplans", body);

        Assert.Equal(status, fault.Status);
        Assert.Matches(message, fault.Message);
    }

    [Fact]
    public async Task UnknownOperation_IsNamed()
    {
        await using var host = await GatewayHost.StartAsync();

        var fault = await CallAsync(host, "GET", "/domainnames");

        Assert.Equal((501, "LocalAws does not emulate apigateway:GET /domainnames."), (fault.Status, fault.Message));
    }

    private static string Patch(string op, string path, string value) => new JsonObject
    {
        ["patchOperations"] = new JsonArray(new JsonObject { ["op"] = op, ["path"] = path, ["value"] = value }),
    }.ToJsonString();

    private static async Task<Reply> CallAsync(GatewayHost host, string verb, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new(verb), new Uri(host.Aws.Endpoint, path));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            "Credential=test/20260415/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var type = response.Headers.TryGetValues("x-amzn-ErrorType", out var values) ? values.Single() : null;
        return new(
            (int)response.StatusCode,
            type,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed record Reply(int Status, string? ErrorType, string Body)
    {
        public JsonNode Json => JsonNode.Parse(Body)!;

        public string Message => (string)Json["message"]!;
    }
}
