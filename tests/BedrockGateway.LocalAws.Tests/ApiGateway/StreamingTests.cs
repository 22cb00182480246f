using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

public sealed class StreamingTests
{
    private const string Failed = """{"message": "Internal server error"}""";

    [Fact]
    public async Task Head_BecomesStatusAndHeaders()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host);
        host.Lambda.Stream = async stream =>
        {
            await stream.WriteAsync(FakeStream.Head(
                """
                {"statusCode":201,"headers":{"x-one":"1","Content-Length":"5"},
                 "multiValueHeaders":{"Content-Type":["text/plain"],"x-two":["a","b"],"Content-Length":["5"]},
                 "cookies":["a=1","b=2"]}
                """));
            await stream.WriteAsync("räka");
        };

        var answer = await api.GetAsync("/prod/x");

        Assert.Equal(201, answer.Status);
        Assert.Equal("räka", answer.Body);
        Assert.Equal("1", answer["x-one"]);
        Assert.Equal("a, b", answer["x-two"]);
        Assert.Equal("a=1, b=2", answer["Set-Cookie"]);
        Assert.Equal("text/plain", answer["Content-Type"]);
        Assert.Equal("chunked", answer["Transfer-Encoding"]);
        Assert.Matches("^Root=1-", answer["X-Amzn-Trace-Id"]);
        Assert.NotNull(answer["x-amzn-RequestId"]);
        Assert.DoesNotContain(answer.Headers.Keys, name => name.Contains("Length", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("/x", (string?)host.Lambda.LastEvent["path"]);
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"statusCode":204}""", "dropped")]
    public async Task HeadAlone_IsAReply(string head, string body)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host);
        host.Lambda.Stream = stream => stream.WriteAsync(FakeStream.Head(head) + body);

        var answer = await api.GetAsync("/prod/x");

        Assert.Equal(head == "{}" ? 200 : 204, answer.Status);
        Assert.Equal(string.Empty, answer.Body);
        Assert.Equal("application/json", answer["Content-Type"]);
    }

    [Fact]
    public async Task Bytes_ReachTheClientWhileTheFunctionIsHeldBack()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host);
        var release = new TaskCompletionSource();
        host.Lambda.Stream = async stream =>
        {
            await stream.WriteAsync(FakeStream.Head("{}"));
            await stream.WriteAsync("first");
            await release.Task;
            await stream.WriteAsync("second");
        };

        using var response = await OpenAsync(api);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal("first", await ReadAsync(body, 5));
        release.SetResult();

        Assert.Equal("second", await ReadAsync(body, 6));
        Assert.Equal(0, await body.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"statusCode":200,"body":"a buffered reply"}""")]
    [InlineData("")]
    [InlineData("not json\0\0\0\0\0\0\0\0body")]
    [InlineData("[]\0\0\0\0\0\0\0\0body")]
    [InlineData("{\"statusCode\":\"no\"}\0\0\0\0\0\0\0\0body")]
    [InlineData("{\"cookies\":\"a=1\"}\0\0\0\0\0\0\0\0body")]
    [InlineData("{\"headers\":{\"a\":\"b\\r\\nc: d\"}}\0\0\0\0\0\0\0\0body")]
    public async Task ReplyWithoutAProperHead_IsA502(string reply)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host);
        host.Lambda.Stream = stream => stream.WriteAsync(reply);

        var answer = await api.GetAsync("/prod/x");

        Assert.Equal((502, Failed), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(16_384 - 8, 200)]
    [InlineData(16_384 - 7, 502)]
    public async Task Head_MustBeInTheFirst16Kilobytes(int headBytes, int status)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host);
        var head = "{}".PadRight(headBytes);
        host.Lambda.Stream = stream => stream.WriteAsync(FakeStream.Head(head));

        Assert.Equal(status, (await api.GetAsync("/prod/x")).Status);
    }

    [Fact]
    public async Task FunctionThatFailsBeforeItsHead_IsA502()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host);
        host.Lambda.Stream = stream =>
        {
            stream.Error = """{"errorType":"E","errorMessage":"m"}""";
            return Task.CompletedTask;
        };

        Assert.Equal(502, (await api.GetAsync("/prod/x")).Status);
    }

    [Fact]
    public async Task FunctionThatFailsWithinItsReply_CutsIt()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host);
        host.Lambda.Stream = async stream =>
        {
            await stream.WriteAsync(FakeStream.Head("{}") + "first");
            stream.Error = """{"errorType":"E","errorMessage":"m"}""";
        };

        using var response = await OpenAsync(api);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("first", await ReadAsync(body, 5));
        await Assert.ThrowsAsync<HttpIOException>(() => ReadAsync(body, 1));
    }

    [Theory]
    [InlineData(899, false)]
    [InlineData(900, true)]
    public async Task IntegrationTimeout_BeforeTheHeadIsA504(int seconds, bool isOver)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host, timeoutMs: 900_000);
        var (called, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Lambda.Stream = async stream =>
        {
            called.SetResult();
            await release.Task;
            await stream.WriteAsync(FakeStream.Head("{}"));
        };

        var answering = api.GetAsync("/prod/x");
        await called.Task;
        host.Clock.Advance(TimeSpan.FromSeconds(seconds));
        if (!isOver)
        {
            release.SetResult();
        }

        Assert.Equal(isOver ? 504 : 200, (await answering).Status);
    }

    [Theory]
    [InlineData("idle")]
    [InlineData("limit")]
    public async Task SilenceOrTheLimit_WithinTheReplyCutsIt(string what)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host, timeoutMs: what == "idle" ? 900_000 : 60_000);
        host.Lambda.Stream = async stream =>
        {
            await stream.WriteAsync(FakeStream.Head("{}") + "first");
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        };

        using var response = await OpenAsync(api);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal("first", await ReadAsync(body, 5));
        host.Clock.Advance(what == "idle" ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<HttpIOException>(() => ReadAsync(body, 1));
    }

    [Fact]
    public async Task TenMinutesOfEvents_AreNeverSilentAndArriveWhole()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host, timeoutMs: 900_000);
        host.Lambda.Stream = async stream =>
        {
            await stream.WriteAsync(FakeStream.Head("{}"));
            for (var i = 0; i < 5; i++)
            {
                await stream.WriteAsync("tick");
                await Task.Delay(TimeSpan.FromMinutes(2), host.Clock, TestContext.Current.CancellationToken);
            }
        };

        using var response = await OpenAsync(api);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("tick", await ReadAsync(body, 4));
            host.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(0, await body.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ClientThatLeaves_LetsTheFunctionFinish()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host);
        var (left, finished) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Lambda.Stream = async stream =>
        {
            await stream.WriteAsync(FakeStream.Head("{}") + "first");
            await left.Task;
            for (var i = 0; i < 100; i++)
            {
                await stream.WriteAsync(new string('x', 10_000));
            }

            finished.SetResult();
        };

        var response = await OpenAsync(api);
        await using (var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal("first", await ReadAsync(body, 5));
        }

        response.Dispose();
        left.SetResult();

        await finished.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task MoreThanTenMegabytes_GoOnAtTwoASecond()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host, timeoutMs: 900_000);
        var megabyte = new string('x', 1024 * 1024);
        host.Lambda.Stream = async stream =>
        {
            await stream.WriteAsync(FakeStream.Head("{}"));
            for (var i = 0; i < 14; i++)
            {
                await stream.WriteAsync(megabyte);
            }
        };
        var started = host.Clock.GetTimestamp();

        var answering = api.GetAsync("/prod/x");
        while (!answering.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.WhenAny(answering, Task.Delay(1, TestContext.Current.CancellationToken));
        }

        Assert.Equal(14 * 1024 * 1024, (await answering).Body.Length);
        Assert.True(host.Clock.GetElapsedTime(started) >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task EventOverSixMegabytes_IsA413AsBefore()
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await StreamingApiAsync(host);

        var answer = await api.SendAsync(HttpMethod.Post, "/prod/x", new string('"', 3_200_000));

        Assert.Equal((413, """{"message":"Request Too Long"}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("STREAM", "buffered", null, "ResponseTransferMode STREAM with the URI")]
    [InlineData("BUFFERED", "streaming", null, "ResponseTransferMode BUFFERED with the URI")]
    [InlineData("BUFFERED", "buffered", 29_001, "Timeout should be between 50 ms and 29000 ms")]
    [InlineData("STREAM", "streaming", 900_001, "Timeout should be between 50 ms and 900000 ms")]
    [InlineData("STREAM", "streaming", 49, "Timeout should be between 50 ms and 900000 ms")]
    [InlineData("CHUNKED", "streaming", null, "Invalid response transfer mode specified: CHUNKED.")]
    [InlineData("STREAM", "mock", null, "Response transfer mode STREAM is only supported for AWS_PROXY and HTTP_PROXY")]
    public async Task IntegrationThatDoesNotFit_IsRefused(string mode, string kind, int? timeoutMs, string message)
    {
        await using var host = await GatewayHost.StartAsync();
        var api = await TestApi.CreateAsync(host);
        var integration = kind switch
        {
            "buffered" => TestApi.Proxy(),
            "streaming" => TestApi.StreamedProxy(),
            _ => new JsonObject { ["Type"] = "MOCK" },
        };
        integration["ResponseTransferMode"] = mode;
        integration["TimeoutInMillis"] = timeoutMs;

        var fault = await Assert.ThrowsAsync<AwsFault>(
            () => api.MethodAsync("/x", "GET", new() { ["Integration"] = integration }));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    private static Task<TestApi> StreamingApiAsync(GatewayHost host, int timeoutMs = 29_000)
    {
        var integration = TestApi.StreamedProxy();
        integration["TimeoutInMillis"] = timeoutMs;
        return TestApi.DeployedAsync(host, new() { ["Integration"] = integration });
    }

    private static async Task<HttpResponseMessage> OpenAsync(TestApi api)
    {
        var address = new Uri(api.Host.Aws.Gateway.GetLeftPart(UriPartial.Authority) + "/prod/x");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await api.Host.Http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static async Task<string> ReadAsync(Stream body, int bytes)
    {
        var buffer = new byte[bytes];
        await body.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer);
    }
}
