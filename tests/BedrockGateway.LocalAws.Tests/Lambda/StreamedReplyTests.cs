using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.TestFunction;

namespace BedrockGateway.LocalAws.Tests.Lambda;

/// <summary>Functions that stream, as processes with the .NET runtime client.</summary>
public sealed class StreamedReplyTests(LambdaFixture fixture) : IClassFixture<LambdaFixture>
{
    private const string Head = "{\"statusCode\":200}\0\0\0\0\0\0\0\0";

    [Fact]
    public async Task Bytes_ComeWhileTheFunctionIsHeldBack()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web-streaming", name, maxConcurrency: 2);

        await using var stream = await InvokeAsync(name, "/stream/held/a");
        var first = await ReadUntilAsync(stream.Body, "data: först\n\n");
        Assert.False(stream.End.IsCompleted);
        await using var release = await InvokeAsync(name, "/stream/release/a");

        Assert.Equal("data: second\n\n", await ReadToEndAsync(stream.Body));
        var result = await stream.End;
        Assert.Null(result.FunctionError);
        Assert.Equal($"{first}data: second\n\n", Encoding.UTF8.GetString(result.Payload.Span));
        Assert.Contains("REPORT RequestId: ", result.LogTail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BufferedInvoke_GetsHeadAndBodyWhole()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web-streaming", name);

        var result = await fixture.InvokeAsync(name, Request("/stream/many/3/4"));

        Assert.Equal($"{Head}xxxxxxxxxxxx", Encoding.UTF8.GetString(result.Payload.Span));
        Assert.Null(result.FunctionError);
    }

    [Fact]
    public async Task BufferedInvoke_OfMoreThanSixMegabytesFails()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web-streaming", name);

        var result = await fixture.InvokeAsync(name, Request("/stream/many/7/1048576"));
        await using var stream = await InvokeAsync(name, "/stream/many/7/1048576");

        Assert.Equal("Function.ResponseSizeTooLarge", (string?)Json(result)["errorType"]);
        Assert.Equal(Head.Length + (7 * 1024 * 1024), (await ReadToEndAsync(stream.Body)).Length);
        Assert.Null((await stream.End).FunctionError);
    }

    [Fact]
    public async Task FailureWithinTheReply_IsTheEndsError()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web-streaming", name);

        await using var stream = await InvokeAsync(name, "/stream/broken");

        Assert.Equal($"{Head}data: first\n\n", await ReadToEndAsync(stream.Body));
        var result = await stream.End;
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("The model went away.", (string?)Json(result)["errorMessage"]);
    }

    [Fact]
    public async Task FunctionThatDoesNotStream_AnswersInOnePiece()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("raw-streaming", name);

        await using var stream = await StreamAsync(name, """{"buffered":true}""");
        await using var failed = await StreamAsync(name, """{"write":[],"fail":"early"}""");

        Assert.Equal("\"buffered\"", await ReadToEndAsync(stream.Body));
        Assert.Equal(string.Empty, await ReadToEndAsync(failed.Body));
        Assert.Equal("early", (string?)Json(await failed.End)["errorMessage"]);
    }

    [Fact]
    public async Task TimeOutWithinTheReply_EndsItAndTheNextEventIsServed()
    {
        var name = fixture.AddFunction(timeoutMs: 2000);
        await using var process = await StartAsync("web-streaming", name, maxConcurrency: 2);

        await using var stream = await InvokeAsync(name, "/stream/endless");

        Assert.Equal($"{Head}data: first\n\n", await ReadToEndAsync(stream.Body));
        var result = await stream.End;
        Assert.Equal("Sandbox.Timedout", (string?)Json(result)["errorType"]);
        Assert.Contains("Status: timeout", result.LogTail, StringComparison.Ordinal);
        var next = await fixture.InvokeAsync(name, Request("/stream/many/1/1"));
        Assert.Equal($"{Head}x", Encoding.UTF8.GetString(next.Payload.Span));
    }

    [Fact]
    public async Task ProcessThatDiesWithinTheReply_EndsIt()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web-streaming", name);
        await using var stream = await InvokeAsync(name, "/stream/endless");
        await ReadUntilAsync(stream.Body, "data: first\n\n");

        process.Kill();

        Assert.Equal(string.Empty, await ReadToEndAsync(stream.Body));
        Assert.Equal("Runtime.ExitError", (string?)Json(await stream.End)["errorType"]);
    }

    [Fact]
    public async Task ReaderThatLeaves_LetsTheFunctionFinish()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web-streaming", name);

        var stream = await InvokeAsync(name, "/stream/many/100/10000");
        await stream.DisposeAsync();

        var end = await stream.End.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Null(end.FunctionError);
    }

    [Fact]
    public async Task ReplyWithoutReader_MakesTheFunctionWait()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web-streaming", name, maxConcurrency: 2);

        await using var stream = await InvokeAsync(name, "/stream/many/4000/10000");
        await fixture.InvokeAsync(name, Request("/stream/json"));
        Assert.False(stream.End.IsCompleted);

        Assert.Equal(Head.Length + 40_000_000, (await ReadToEndAsync(stream.Body)).Length);
    }

    [Fact]
    public async Task EightOpenStreams_DoNotKeepOthersWaiting()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web-streaming", name, maxConcurrency: 16);
        var streams = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => InvokeAsync(name, "/stream/held/eight")));

        var other = await fixture.InvokeAsync(name, Request("/stream/json"));

        Assert.EndsWith("""{"status":201}""", Encoding.UTF8.GetString(other.Payload.Span), StringComparison.Ordinal);
        Assert.All(streams, stream => Assert.False(stream.End.IsCompleted));
        await fixture.InvokeAsync(name, Request("/stream/release/eight"));
        foreach (var stream in streams)
        {
            Assert.EndsWith("data: second\n\n", await ReadToEndAsync(stream.Body), StringComparison.Ordinal);
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task SecondReplyToAnEvent_IsRefused()
    {
        var name = fixture.AddFunction();
        using var poller = await fixture.PollAsync(name);
        var invoking = fixture.InvokeAsync(name);
        var next = await poller.NextAsync();

        Assert.Equal(202, (int)(await poller.StreamAsync(next.Id, "streamed")).Status);
        Assert.Equal(400, (int)(await poller.StreamAsync(next.Id, "again")).Status);
        Assert.Equal("streamed", Encoding.UTF8.GetString((await invoking).Payload.Span));
    }

    private static string Request(string path) => $$"""{"path":"{{path}}","httpMethod":"GET"}""";

    private static JsonObject Json(LambdaResult result) => JsonNode.Parse(result.Payload.Span)!.AsObject();

    private Task<LambdaStream> InvokeAsync(string function, string path) => StreamAsync(function, Request(path));

    private Task<LambdaStream> StreamAsync(string function, string payload) => fixture.Service<IStreamingInvoker>()
        .InvokeStreamingAsync(new(function, Encoding.UTF8.GetBytes(payload)), TestContext.Current.CancellationToken)
        .AsTask()
        .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private async Task<FunctionProcess> StartAsync(string handler, string name, int? maxConcurrency = null)
    {
        var address = await fixture.Aws.OpenRuntimeApiAsync(name, TestContext.Current.CancellationToken);
        return FunctionProcess.Start(handler, address, maxConcurrency);
    }

    private static async Task<string> ReadUntilAsync(PipeReader body, string end)
    {
        while (true)
        {
            var read = await body.ReadAsync(TestContext.Current.CancellationToken).AsTask()
                .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            var text = Encoding.UTF8.GetString(read.Buffer);
            if (text.EndsWith(end, StringComparison.Ordinal))
            {
                body.AdvanceTo(read.Buffer.End);
                return text;
            }

            Assert.False(read.IsCompleted, text);
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async Task<string> ReadToEndAsync(PipeReader body)
    {
        using var reader = new StreamReader(body.AsStream(leaveOpen: true), Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }
}
