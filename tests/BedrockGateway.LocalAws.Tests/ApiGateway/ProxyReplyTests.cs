using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class ProxyReplyTests
{
    [Theory]
    [InlineData("""{"statusCode":200}""", 200, "")]
    [InlineData("{}", 200, "")]
    [InlineData("""{"headers":{"a":"b"}}""", 200, "")]
    [InlineData("""{"headers":null,"multiValueHeaders":null,"body":null,"isBase64Encoded":null}""", 200, "")]
    [InlineData("""{"statusCode":"201","body":"made"}""", 201, "made")]
    [InlineData("""{"statusCode":404,"body":"{\"a\":\"ä\"}"}""", 404, """{"a":"ä"}""")]
    [InlineData("""{"statusCode":204}""", 204, "")]
    [InlineData("""{"body":"aGk=","isBase64Encoded":true}""", 200, "aGk=")]
    [InlineData("""{"multiValueHeaders":{"Content-Type":[null]},"headers":{}}""", 200, "")]
    public async Task ReplyThatKeepsTheContract_ReachesTheClient(string reply, int status, string body)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        host.Lambda.Answer = (_, _) => ValueTask.FromResult(FakeLambda.Reply(reply));

        var answer = await api.GetAsync("/prod/x");

        Assert.Equal((status, body), (answer.Status, answer.Body));
        Assert.Equal("application/json", answer["Content-Type"]);
        Assert.Null(answer["x-amzn-ErrorType"]);
        Assert.StartsWith("Root=1-", answer["X-Amzn-Trace-Id"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"statusCode":"test"}""")]
    [InlineData("""{"statusCode":99}""")]
    [InlineData("""{"statusCode":600}""")]
    [InlineData("""{"statusCode":200,"wrongValue":1}""")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"justAString\"")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"body":1}""")]
    [InlineData("""{"headers":[]}""")]
    [InlineData("""{"headers":{"a":1}}""")]
    [InlineData("""{"headers":{"a":{}}}""")]
    [InlineData("""{"headers":{"a b":"c"}}""")]
    [InlineData("""{"headers":{"a":"b\r\nc: d"}}""")]
    [InlineData("""{"multiValueHeaders":{"a":"b"}}""")]
    [InlineData("""{"isBase64Encoded":"true"}""")]
    [InlineData("""{"errorMessage":"boom","errorType":"Error"}""")]
    public async Task ReplyThatBreaksTheContract_Is502(string reply)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        host.Lambda.Answer = (_, _) => ValueTask.FromResult(FakeLambda.Reply(reply));

        var answer = await api.GetAsync("/prod/x");

        Assert.Equal((502, """{"message": "Internal server error"}"""), (answer.Status, answer.Body));
        Assert.Equal("36", answer["Content-Length"]);
        Assert.Equal("InternalServerErrorException", answer["x-amzn-ErrorType"]);
        Assert.Null(answer["X-Amzn-Trace-Id"]);
    }

    [Fact]
    public async Task FunctionError_Is502()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        host.Lambda.Answer = (_, _) => ValueTask.FromResult(FakeLambda.Reply("""{"statusCode":200}""", "Unhandled"));

        var answer = await api.GetAsync("/prod/x");

        Assert.Equal((502, """{"message": "Internal server error"}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Headers_AreMergedRenamedAndDropped()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        host.Lambda.Answer = (_, _) => ValueTask.FromResult(FakeLambda.Reply(
            """
            {
              "headers": {
                "x-BOTH": "solo", "flag": true, "Content-Type": "text/plain", "Connection": "close", "Date": "never",
                "Server": "mine", "Transfer-Encoding": "chunked", "Content-Length": "3", "WWW-Authenticate": "Basic"
              },
              "multiValueHeaders": { "X-Both": ["multi"], "Set-Cookie": ["a=1", "b=2"] },
              "body": "hello"
            }
            """));

        var answer = await api.GetAsync("/prod/x");

        Assert.Equal("hello", answer.Body);
        Assert.Equal("multi, solo", answer["X-Both"]);
        Assert.Contains("X-Both", answer.Headers.Keys);
        Assert.Equal("true", answer["flag"]);
        Assert.Equal("text/plain", answer["Content-Type"]);
        Assert.Equal("a=1, b=2", answer["Set-Cookie"]);
        Assert.Equal("close", answer["x-amzn-Remapped-Connection"]);
        Assert.Equal("never", answer["x-amzn-Remapped-Date"]);
        Assert.Equal("mine", answer["x-amzn-Remapped-Server"]);
        Assert.Equal("3", answer["x-amzn-Remapped-Content-Length"]);
        Assert.Equal("Basic", answer["x-amzn-Remapped-WWW-Authenticate"]);
        Assert.Equal("5", answer["Content-Length"]);
        Assert.Null(answer["Transfer-Encoding"]);
    }

    [Theory]
    [InlineData("image/png", "hi")]
    [InlineData("application/json", "aGk=")]
    public async Task Base64Body_IsDecodedForAnAcceptedBinaryType(string accept, string body)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host, new() { ["BinaryMediaTypes"] = new JsonArray("image/png") });
        await api.MethodAsync("/x", "GET");
        await api.DeployAsync();
        host.Lambda.Answer = (_, _) => ValueTask.FromResult(
            FakeLambda.Reply("""{"body":"aGk=","isBase64Encoded":true}"""));

        Assert.Equal(body, (await api.GetAsync("/prod/x", ("Accept", accept))).Body);
    }

    [Fact]
    public async Task Permission_IsAskedForByTheExecutionArn()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        await api.MethodAsync("/v1/{proxy+}", "ANY");
        await api.DeployAsync();

        host.Lambda.PermitOnly($"arn:aws:execute-api:us-east-1:000000000000:{api.Id}/prod/*/v1/*");
        var permitted = await api.GetAsync("/prod/v1/a");
        host.Lambda.PermitOnly($"arn:aws:execute-api:us-east-1:000000000000:{api.Id}/prod/POST/v1/*");
        var refused = await api.GetAsync("/prod/v1/a");

        Assert.Equal(200, permitted.Status);
        Assert.Equal((500, """{"message": "Internal server error"}"""), (refused.Status, refused.Body));
        Assert.Equal("InternalServerErrorException", refused["x-amzn-ErrorType"]);
    }

    [Fact]
    public async Task IntegrationMethodOtherThanPost_Is500()
    {
        await using var host = await GatewayHost.StartAsync();
        var integration = TestApi.Proxy();
        integration["IntegrationHttpMethod"] = "GET";
        var api = await TestApi.DeployedAsync(host, new() { ["Integration"] = integration });

        Assert.Equal(500, (await api.GetAsync("/prod/x")).Status);
        Assert.Empty(host.Lambda.Requests);
    }

    [Theory]
    [InlineData("ResourceNotFoundException", 404, 500)]
    [InlineData("TooManyRequestsException", 429, 500)]
    [InlineData("RequestEntityTooLargeException", 413, 413)]
    public async Task FaultOfLambda_IsTheGatewaysOwnError(string code, int faultStatus, int status)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);
        host.Lambda.Answer = (_, _) => throw new AwsFault(code, "no", (System.Net.HttpStatusCode)faultStatus);

        Assert.Equal(status, (await api.GetAsync("/prod/x")).Status);
    }

    [Fact]
    public async Task FunctionSlowerThanTheIntegration_Is504()
    {
        await using var host = await GatewayHost.StartAsync();
        var integration = TestApi.Proxy();
        integration["TimeoutInMillis"] = 1500;
        var api = await TestApi.DeployedAsync(host, new() { ["Integration"] = integration });
        var called = new TaskCompletionSource();
        host.Lambda.Answer = async (_, cancellationToken) =>
        {
            called.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return FakeLambda.Reply("{}");
        };

        var pending = api.GetAsync("/prod/x");
        await called.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1499));
        var early = pending.IsCompleted;
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var answer = await pending;

        Assert.False(early);
        Assert.Equal((504, """{"message": "Endpoint request timed out"}"""), (answer.Status, answer.Body));
        Assert.Equal("InternalServerErrorException", answer["x-amzn-ErrorType"]);
    }

    [Theory]
    [InlineData((10 * 1024 * 1024) + 1)]
    [InlineData(6_291_456)]
    public async Task BodyOverTheLimits_Is413(int bytes)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        var answer = await api.SendAsync(HttpMethod.Post, "/prod/x", new string('a', bytes));

        Assert.Equal((413, """{"message":"Request Too Long"}"""), (answer.Status, answer.Body));
        Assert.Equal("RequestTooLargeException", answer["x-amzn-ErrorType"]);
        Assert.Empty(host.Lambda.Requests);
    }

    [Theory]
    [InlineData("1.1", "HTTP/1.1")]
    [InlineData("2.0", "HTTP/2")]
    public async Task BodyBelowLambdasLimit_ArrivesWhole(string version, string protocol)
    {
        await using var host = await GatewayHost.StartAsync();
        await TestApi.DeployedAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Aws.Gateway, "/prod/x"))
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent(new string('a', 6_000_000)),
        };

        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(6_000_000, ((string)host.Lambda.LastEvent["body"]!).Length);
        Assert.Equal(protocol, (string?)host.Lambda.LastEvent["requestContext"]!["protocol"]);
    }

    [Fact]
    public async Task Head_HasTheHeadersWithoutTheBody()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        var answer = await api.SendAsync(HttpMethod.Head, "/prod/x", null);

        Assert.Equal((200, "", "2"), (answer.Status, answer.Body, answer["Content-Length"]));
    }

    [Theory]
    [InlineData(9_900, 200)]
    [InlineData(10_240, 413)]
    public async Task HeadersOver10240Bytes_AreRefused(int length, int status)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.DeployedAsync(host);

        var header = await api.GetAsync("/prod/x", ("x-long", new string('a', length)));
        var target = await api.GetAsync($"/prod/x?long={new string('a', length)}");

        Assert.Equal((status, status), (header.Status, target.Status));
    }
}
