using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class MockTests
{
    private const string CdkTemplate =
        "#set($origin = $input.params().header.get(\"Origin\"))\n"
        + "#if($origin == \"\") #set($origin = $input.params().header.get(\"origin\")) #end\n"
        + "#if($origin.matches(\"https://b.example\") || $origin.matches(\"https://c.*\"))\n"
        + "  #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n#end";

    [Fact]
    public async Task Preflight_AsCdkBuildsIt_Is204WithItsHeaders()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await PreflightAsync(host, template: null);

        var answer = await api.SendAsync(HttpMethod.Options, "/prod/x", null, ("Origin", "https://a.example"));

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        Assert.Equal("https://a.example", answer["Access-Control-Allow-Origin"]);
        Assert.Equal("*, Authorization", answer["Access-Control-Allow-Headers"]);
        Assert.NotNull(answer["x-amzn-RequestId"]);
        Assert.Null(answer["X-Amzn-Trace-Id"]);
        Assert.Empty(host.Lambda.Requests);
    }

    [Theory]
    [InlineData("https://a.example", "https://a.example")]
    [InlineData("https://b.example", "https://b.example")]
    [InlineData("https://c.example", "https://c.example")]
    [InlineData("https://b.example.evil", "https://a.example")]
    [InlineData("https://d.example", "https://a.example")]
    [InlineData(null, "https://a.example")]
    public async Task SeveralOrigins_AreAnsweredByCdksTemplate(string? origin, string allowed)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await PreflightAsync(host, CdkTemplate);

        var answer = origin is null
            ? await api.SendAsync(HttpMethod.Options, "/prod/x", null)
            : await api.SendAsync(HttpMethod.Options, "/prod/x", null, ("Origin", origin));

        Assert.Equal((204, allowed), (answer.Status, answer["Access-Control-Allow-Origin"]));
    }

    [Fact]
    public async Task OlderFormOfTheTemplate_ComparesWholeOrigins()
    {
        await using var host = await GatewayHost.StartAsync();
        var template = CdkTemplate.Replace(
            ".matches(\"https://b.example\")", " == \"https://b.example\"", StringComparison.Ordinal);
        var api = await PreflightAsync(host, template);

        var same = await api.SendAsync(HttpMethod.Options, "/prod/x", null, ("Origin", "https://b.example"));
        var similar = await api.SendAsync(HttpMethod.Options, "/prod/x", null, ("Origin", "https://b-example"));

        Assert.Equal("https://b.example", same["Access-Control-Allow-Origin"]);
        Assert.Equal("https://a.example", similar["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task OtherVtl_IsRefusedWhenTheMethodIsMade()
    {
        await using var host = await GatewayHost.StartAsync();

        var fault = await Assert.ThrowsAsync<AwsFault>(() => PreflightAsync(host, "#foreach($a in $b)#end"));

        Assert.Equal(
            "LocalAws does not emulate apigateway:response template with VTL other than CDK's CORS preflight.",
            fault.Message);
    }

    [Fact]
    public async Task StatusOfTheRequestTemplate_PicksTheResponse()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "GET", new()
        {
            ["Integration"] = new JsonObject
            {
                ["Type"] = "MOCK",
                ["RequestTemplates"] = new JsonObject { ["application/json"] = """{"statusCode": 503}""" },
                ["IntegrationResponses"] = new JsonArray(
                    new JsonObject { ["StatusCode"] = "200" },
                    new JsonObject
                    {
                        ["StatusCode"] = "418",
                        ["SelectionPattern"] = "5\\d{2}",
                        ["ResponseTemplates"] = new JsonObject
                        {
                            ["application/json"] = """{"stage":"$context.stage"}""",
                        },
                    }),
            },
        });
        await api.DeployAsync();

        var answer = await api.GetAsync("/prod/x");

        Assert.Equal((418, """{"stage":"prod"}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("WHEN_NO_MATCH", 500)]
    [InlineData("WHEN_NO_TEMPLATES", 415)]
    [InlineData("NEVER", 415)]
    public async Task ContentWithoutTemplate_EndsAsThePassthroughBehaviorSays(string behavior, int status)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "POST", new()
        {
            ["Integration"] = new JsonObject
            {
                ["Type"] = "MOCK",
                ["PassthroughBehavior"] = behavior,
                ["RequestTemplates"] = new JsonObject { ["application/json"] = "{ statusCode: 200 }" },
                ["IntegrationResponses"] = new JsonArray(new JsonObject { ["StatusCode"] = "200" }),
            },
        });
        await api.DeployAsync();

        var answer = await api.SendAsync(HttpMethod.Post, "/prod/x", "a", ("Content-Type", "text/plain"));

        Assert.Equal(status, answer.Status);
    }

    private static async Task<TestApi> PreflightAsync(GatewayHost host, string? template)
    {
        var response = new JsonObject
        {
            ["StatusCode"] = "204",
            ["ResponseParameters"] = new JsonObject
            {
                ["method.response.header.Access-Control-Allow-Headers"] = "'*, Authorization'",
                ["method.response.header.Access-Control-Allow-Origin"] = "'https://a.example'",
            },
        };
        if (template is not null)
        {
            response["ResponseTemplates"] = new JsonObject { ["application/json"] = template };
        }

        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/x", "OPTIONS", new()
        {
            ["Integration"] = new JsonObject
            {
                ["Type"] = "MOCK",
                ["RequestTemplates"] = new JsonObject { ["application/json"] = "{ statusCode: 200 }" },
                ["IntegrationResponses"] = new JsonArray(response),
            },
        });
        await api.DeployAsync();
        return api;
    }
}
