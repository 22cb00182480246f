using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.TestFunction;

namespace BedrockGateway.Compat.Tests.Lambda;

/// <summary>One process of the test function for all tests of the class, four requests at once.</summary>
public sealed class WebFunctionFixture : IAsyncLifetime
{
    private FunctionProcess? _process;

    internal RuntimeApiFake Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Api = await RuntimeApiFake.StartAsync();
        _process = FunctionProcess.Start("web", Api.Address, maxConcurrency: 4);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await Api.DisposeAsync();
    }
}

public sealed class AspNetCoreHostingTests(WebFunctionFixture fixture) : IClassFixture<WebFunctionFixture>
{
    [Fact]
    public async Task Request_ReachesTheApplicationAsItWasSent()
    {
        var reply = await SendAsync("""
            {"resource":"/{proxy+}","path":"/echo/a+b%2Fc%20d/","httpMethod":"PUT",
             "headers":{"Host":"api.example.com","X-Color":"blue","X-Forwarded-Port":"443"},
             "multiValueHeaders":{"Host":["api.example.com"],"X-Color":["red","blue"],"X-Forwarded-Port":["443"]},
             "queryStringParameters":{"q":"2"},"multiValueQueryStringParameters":{"q":["1 &","2"]},
             "pathParameters":{"proxy":"echo/a+b%2Fc%20d"},
             "requestContext":{"path":"/prod/echo/a+b%2Fc%20d/","stage":"prod","requestId":"r",
              "identity":{"sourceIp":"203.0.113.7"},
              "authorizer":{"claims":{"sub":"user-1","email":"a@b.c"}}},
             "body":"Räksmörgås","isBase64Encoded":false}
            """);

        Assert.Equal(200, (int?)reply["statusCode"]);
        Assert.False((bool?)reply["isBase64Encoded"]);
        Assert.Equal("application/json; charset=utf-8", (string?)reply["multiValueHeaders"]!["Content-Type"]![0]);
        Assert.Equal(
            new EchoReply(
                "PUT",
                "https",
                "/prod",
                "/echo/a+b%2Fc d/",
                "?q=1+%26&q=2",
                "/echo/a+b%2Fc%20d/?q=1+%26&q=2",
                "api.example.com",
                "Räksmörgås",
                13,
                "red|blue",
                "203.0.113.7",
                443,
                "request-id",
                "user-1",
                IsAuthenticated: true,
                "/{proxy+}",
                "arn:aws:lambda:us-east-1:000000000000:function:test-function",
                TraceHeader: null),
            Echo(reply));
    }

    [Fact]
    public async Task RequestWithoutAuthorizer_IsAnonymous()
    {
        var reply = Echo(await SendAsync(
            """{"path":"/echo","httpMethod":"GET","headers":null,"requestContext":{"apiId":"a","stage":"s"}}"""));

        Assert.False(reply.IsAuthenticated);
        Assert.Equal("apigateway-a-s", reply.Host);
        Assert.Equal(string.Empty, reply.PathBase);
        Assert.Equal(0, reply.ContentLength);
    }

    [Fact]
    public async Task Base64Body_IsDecoded()
    {
        var reply = await SendAsync("""{"path":"/echo","httpMethod":"POST","body":"aGVq","isBase64Encoded":true}""");

        Assert.Equal("hej", Echo(reply).Body);
    }

    [Theory]
    [InlineData("/bytes", "application/octet-stream")]
    [InlineData("/raw", "text/raw; charset=utf-8")]
    public async Task BinaryReply_IsBase64(string path, string contentType)
    {
        var reply = await SendAsync($$"""{"path":"{{path}}","httpMethod":"GET"}""");

        Assert.Equal("/wBB", (string?)reply["body"]);
        Assert.True((bool?)reply["isBase64Encoded"]);
        Assert.Equal(contentType, (string?)reply["multiValueHeaders"]!["Content-Type"]![0]);
    }

    [Fact]
    public async Task ReplyWithoutContentType_SaysSoWithNull()
    {
        var reply = await SendAsync("""{"path":"/nothing","httpMethod":"GET"}""");

        Assert.Equal(204, (int?)reply["statusCode"]);
        Assert.Equal("""{"Content-Type":[null]}""", reply["multiValueHeaders"]!.ToJsonString());
        Assert.Equal("{}", reply["headers"]!.ToJsonString());
        Assert.Equal(string.Empty, (string?)reply["body"]);
    }

    [Fact]
    public async Task HeadersOfOnStarting_AreInTheReplyWithAllValues()
    {
        var reply = await SendAsync("""{"path":"/cookies","httpMethod":"GET"}""");

        Assert.Equal("""["a=1","b=2"]""", reply["multiValueHeaders"]!["Set-Cookie"]!.ToJsonString());
        Assert.Equal("två", (string?)reply["body"]);
    }

    [Fact]
    public async Task UnhandledException_IsA500ThatNamesItsTypeWhereAsked()
    {
        var reply = await SendAsync("""{"path":"/fail","httpMethod":"GET"}""");

        Assert.Equal(500, (int?)reply["statusCode"]);
        Assert.Equal("""["InvalidOperationException"]""", reply["multiValueHeaders"]!["ErrorType"]!.ToJsonString());
        Assert.Equal(string.Empty, (string?)reply["body"]);
    }

    [Fact]
    public async Task MaxConcurrency_ServesThatManyAtOnce()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        await using var process = FunctionProcess.Start("web", api.Address, maxConcurrency: 3);

        for (var i = 0; i < 3; i++)
        {
            api.Send("""{"path":"/meet/3","httpMethod":"GET"}""", $"id-{i}");
        }

        var posts = new[] { await api.PostedAsync(), await api.PostedAsync(), await api.PostedAsync() };
        Assert.Equal(
            ["/invocation/id-0/response", "/invocation/id-1/response", "/invocation/id-2/response"],
            posts.Select(post => post.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SingleConcurrency_SetsTheTraceHeaderVariable()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        await using var process = FunctionProcess.Start("web", api.Address);

        api.Send("""{"path":"/echo","httpMethod":"GET"}""", "id-1", ("Lambda-Runtime-Trace-Id", "Root=1-a-b"));
        var reply = JsonNode.Parse((await api.PostedAsync()).Body)!;

        Assert.Equal("Root=1-a-b", Echo(reply).TraceHeader);
    }

    [Fact]
    public async Task SigTerm_EndsTheHostCleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var api = await RuntimeApiFake.StartAsync();
        await using var process = FunctionProcess.Start("web", api.Address);
        await api.Polled.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await process.TerminateAsync(TestContext.Current.CancellationToken);
        var code = await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
    }

    private static EchoReply Echo(JsonNode reply) =>
        JsonSerializer.Deserialize((string)reply["body"]!, EchoJson.EchoReply)!;

    private static LambdaTestJsonContext EchoJson { get; } = new(new(JsonSerializerDefaults.Web));

    private async Task<JsonNode> SendAsync(string request)
    {
        fixture.Api.Send(
            request,
            "request-id",
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:test-function"),
            ("Lambda-Runtime-Trace-Id", "Root=1-a-b"));
        var post = await fixture.Api.PostedAsync();
        Assert.Equal("/invocation/request-id/response", post.Path);
        return JsonNode.Parse(post.Body)!;
    }
}
