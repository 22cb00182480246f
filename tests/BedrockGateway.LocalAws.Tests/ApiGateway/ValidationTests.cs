using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class ValidationTests
{
    private const string Schema =
        """
        {
          "$schema": "http://json-schema.org/draft-04/schema#", "title": "call", "type": "object",
          "required": ["modelId"],
          "properties": {
            "modelId": { "type": "string", "minLength": 1, "maxLength": 5 },
            "count": { "type": "integer", "minimum": 1, "maximum": 3 },
            "kind": { "enum": ["a", 1] },
            "tags": { "type": "array", "maxItems": 2, "items": { "type": "string" } },
            "inner": {
              "type": ["object", "null"], "additionalProperties": false, "properties": { "x": { "type": "boolean" } }
            }
          }
        }
        """;

    [Theory]
    [InlineData("""{"modelId":"m"}""")]
    [InlineData("""{"modelId":"m","count":3,"kind":1,"tags":["x","y"],"inner":{"x":true},"more":1}""")]
    [InlineData("""{"modelId":"m","inner":null,"count":2.0}""")]
    public async Task BodyThatFits_GoesOn(string body)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await ValidatedAsync(host);

        Assert.Equal(200, (await SendAsync(api, body)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"modelId":1}""")]
    [InlineData("""{"modelId":""}""")]
    [InlineData("""{"modelId":"mmmmmm"}""")]
    [InlineData("""{"modelId":"m","count":0}""")]
    [InlineData("""{"modelId":"m","count":4}""")]
    [InlineData("""{"modelId":"m","count":1.5}""")]
    [InlineData("""{"modelId":"m","kind":"b"}""")]
    [InlineData("""{"modelId":"m","tags":[1]}""")]
    [InlineData("""{"modelId":"m","tags":["a","b","c"]}""")]
    [InlineData("""{"modelId":"m","inner":{"y":1}}""")]
    public async Task BodyThatDoesNotFit_Is400(string body)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await ValidatedAsync(host);

        var answer = await SendAsync(api, body);

        Assert.Equal((400, """{"message": "Invalid request body"}"""), (answer.Status, answer.Body));
        Assert.Equal("BadRequestException", answer["x-amzn-ErrorType"]);
        Assert.Empty(host.Lambda.Requests);
    }

    [Fact]
    public async Task MissingParameters_AreNamedInOrderBeforeTheBodyIsLookedAt()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await ValidatedAsync(host);

        var answer = await api.SendAsync(HttpMethod.Post, "/prod/x?blank=", "[]");

        Assert.Equal(
            (400, """{"message": "Missing required request parameters: [x-one, x-two, blank, q]"}"""),
            (answer.Status, answer.Body));
        Assert.Equal("BadRequestException", answer["x-amzn-ErrorType"]);
    }

    [Fact]
    public async Task OtherContentType_IsNotChecked()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await ValidatedAsync(host);

        var answer = await api.SendAsync(
            HttpMethod.Post,
            "/prod/x?q=1&blank=1",
            "[]",
            ("x-one", "1"),
            ("x-two", "2"),
            ("Content-Type", "text/plain"));

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("""{"pattern":"a"}""", "model with the JSON Schema keyword pattern as it is used here")]
    [InlineData("""{"properties":{"a":{"oneOf":[]}}}""", "model with the JSON Schema keyword oneOf as it is used here")]
    [InlineData("""{"items":[{}]}""", "model with the JSON Schema keyword items as it is used here")]
    [InlineData(
        """{"additionalProperties":{}}""",
        "model with the JSON Schema keyword additionalProperties as it is used here")]
    public async Task KeywordThatIsNotEmulated_IsRefusedWhenTheModelIsMade(string schema, string what)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);

        var fault = await Assert.ThrowsAsync<AwsFault>(
            () => api.CreateAsync("Model", new() { ["Schema"] = JsonNode.Parse(schema) }));

        Assert.Equal($"LocalAws does not emulate apigateway:{what}.", fault.Message);
    }

    private static Task<Answer> SendAsync(TestApi api, string body) => api.SendAsync(
        HttpMethod.Post, "/prod/x?q=1&blank=1", body, ("x-one", "1"), ("x-two", "2"));

    private static async Task<TestApi> ValidatedAsync(GatewayHost host)
    {
        var api = await TestApi.CreateAsync(host);
        var model = await api.CreateAsync("Model", new() { ["Name"] = "Call", ["Schema"] = JsonNode.Parse(Schema) });
        var validator = await api.CreateAsync(
            "RequestValidator", new() { ["ValidateRequestBody"] = true, ["ValidateRequestParameters"] = true });
        await api.MethodAsync("/x", "POST", new()
        {
            ["RequestValidatorId"] = validator,
            ["RequestModels"] = new JsonObject { ["application/json"] = model },
            ["RequestParameters"] = new JsonObject
            {
                ["method.request.querystring.q"] = true,
                ["method.request.querystring.blank"] = true,
                ["method.request.querystring.optional"] = false,
                ["method.request.header.x-two"] = true,
                ["method.request.header.x-one"] = true,
            },
        });
        await api.DeployAsync();
        return api;
    }
}
