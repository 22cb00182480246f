using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class GatewayResponseTests
{
    [Fact]
    public async Task OwnType_ReplacesStatusBodyAndHeaders()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET", new() { ["ApiKeyRequired"] = true });
        await api.CreateAsync("GatewayResponse", new()
        {
            ["ResponseType"] = "INVALID_API_KEY",
            ["StatusCode"] = "402",
            ["ResponseParameters"] = new JsonObject
            {
                ["gatewayresponse.header.Access-Control-Allow-Origin"] = "'*'",
                ["gatewayresponse.header.x-origin"] = "method.request.header.Origin",
                ["gatewayresponse.header.x-id"] = "context.requestId",
                ["gatewayresponse.header.x-absent"] = "method.request.querystring.q",
            },
            ["ResponseTemplates"] = new JsonObject
            {
                ["application/json"] =
                    "{\"m\":$context.error.messageString,\"raw\":\"$context.error.message\","
                    + "\"t\":\"$context.error.responseType\",\"r\":\"$context.requestId\","
                    + "\"s\":\"$context.stage.\",\"no\":\"$context.nothing\"}",
            },
        });
        await api.DeployAsync();

        var answer = await api.GetAsync("/prod/x", ("Origin", "https://a.example"));

        Assert.Equal(402, answer.Status);
        Assert.Equal(
            """{"m":"Forbidden","raw":"Forbidden","t":"INVALID_API_KEY","""
            + $"\"r\":\"{answer["x-amzn-RequestId"]}\",\"s\":\"prod.\",\"no\":\"\"}}",
            answer.Body);
        Assert.Equal("*", answer["Access-Control-Allow-Origin"]);
        Assert.Equal("https://a.example", answer["x-origin"]);
        Assert.Equal(answer["x-amzn-RequestId"], answer["x-id"]);
        Assert.Null(answer["x-absent"]);
        Assert.Equal("ForbiddenException", answer["x-amzn-ErrorType"]);
        Assert.Equal("application/json", answer["Content-Type"]);
    }

    [Fact]
    public async Task DefaultTypes_ServeWhatHasNoOwn()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET");
        await api.CreateAsync("GatewayResponse", Typed("DEFAULT_4XX", "four $context.error.responseType"));
        await api.CreateAsync("GatewayResponse", Typed("DEFAULT_5XX", "five $context.error.responseType"));
        await api.CreateAsync("GatewayResponse", Typed("INTEGRATION_FAILURE", "own"));
        await api.DeployAsync();

        var unknown = await api.GetAsync("/prod/y");
        host.Lambda.Answer = (_, _) => ValueTask.FromResult(FakeLambda.Reply("null"));
        var malformed = await api.GetAsync("/prod/x");
        host.Lambda.PermitOnly("nobody");
        var refused = await api.GetAsync("/prod/x");

        Assert.Equal((403, "four MISSING_AUTHENTICATION_TOKEN"), (unknown.Status, unknown.Body));
        Assert.Equal((502, "own"), (malformed.Status, malformed.Body));
        Assert.Equal((500, "five API_CONFIGURATION_ERROR"), (refused.Status, refused.Body));
    }

    [Fact]
    public async Task HeadersOnly_LeaveTheDefaultBody()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET");
        await api.CreateAsync("GatewayResponse", new()
        {
            ["ResponseType"] = "DEFAULT_4XX",
            ["ResponseParameters"] = new JsonObject { ["gatewayresponse.header.Access-Control-Allow-Origin"] = "'*'" },
        });
        await api.DeployAsync();

        var answer = await api.GetAsync("/prod/y");

        Assert.Equal((403, """{"message":"Missing Authentication Token"}"""), (answer.Status, answer.Body));
        Assert.Equal("*", answer["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task Change_IsServedAfterTheNextDeploymentOnly()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        await api.CreateAsync("GatewayResponse", Typed("DEFAULT_4XX", "mine"));

        var before = await api.GetAsync("/prod/y");
        await api.DeployAsync();
        var after = await api.GetAsync("/prod/y");

        Assert.Equal(("""{"message":"Missing Authentication Token"}""", "mine"), (before.Body, after.Body));
    }

    [Theory]
    [InlineData("gatewayresponse.body.x", "'1'", "gateway response parameter gatewayresponse.body.x")]
    [InlineData(
        "gatewayresponse.header.x",
        "integration.response.header.x",
        "mapping expression integration.response.header.x")]
    public async Task ParameterOfAnotherForm_IsRefusedWhenItIsMade(string parameter, string expression, string what)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);

        var fault = await Assert.ThrowsAsync<AwsFault>(() => api.CreateAsync("GatewayResponse", new()
        {
            ["ResponseType"] = "THROTTLED",
            ["ResponseParameters"] = new JsonObject { [parameter] = expression },
        }));

        Assert.Equal($"LocalAws does not emulate apigateway:{what}.", fault.Message);
    }

    private static JsonObject Typed(string type, string template) => new()
    {
        ["ResponseType"] = type,
        ["ResponseTemplates"] = new JsonObject { ["text/plain"] = template },
    };
}
