using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.TestFunction;

namespace BedrockGateway.Compat.Tests.Lambda;

/// <summary>One process of the test function that streams, four requests at once.</summary>
public sealed class StreamingFunctionFixture : IAsyncLifetime
{
    private FunctionProcess? _process;

    internal RuntimeApiFake Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Api = await RuntimeApiFake.StartAsync();
        _process = FunctionProcess.Start("web-streaming", Api.Address, maxConcurrency: 4);
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

public sealed class ResponseStreamingTests(StreamingFunctionFixture fixture) : IClassFixture<StreamingFunctionFixture>
{
    private const string Delimiter = "\0\0\0\0\0\0\0\0";

    [Fact]
    public async Task Flush_SendsWhatWasWrittenWhileTheRestIsHeldBack()
    {
        fixture.Api.Send(Request("/stream/held/a"), "held");

        var first = await fixture.Api.PieceAsync("held");
        if (!first.Contains("data", StringComparison.Ordinal))
        {
            first += await fixture.Api.PieceAsync("held");
        }

        Assert.Equal(
            """{"statusCode":200,"multiValueHeaders":{"Content-Type":["text/event-stream"],"x-late":["no"]},"""
            + "\"cookies\":[\"a=1\",\"b=2\"]}" + Delimiter + "data: först"
            + "\n\n",
            first);
        fixture.Api.Send(Request("/stream/release/a"), "release");
        RuntimePost[] posts = [await fixture.Api.PostedAsync(), await fixture.Api.PostedAsync()];
        var held = posts.Single(post => post.Path == "/invocation/held/response");
        Assert.Equal($"{first}data: second\n\n", held.Body);
        Assert.Equal("application/vnd.awslambda.http-integration-response", held.Headers["Content-Type"]);
        Assert.Equal("streaming", held.Headers["Lambda-Runtime-Function-Response-Mode"]);
        Assert.Equal("chunked", held.Headers["Transfer-Encoding"]);
        Assert.Equal(
            "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body", held.Headers["Trailer"]);
        Assert.Empty(held.Trailers);
    }

    [Fact]
    public async Task KnownReply_KeepsStatusAndHeadersButNoLength()
    {
        var post = await SendAsync("/stream/json");

        Assert.Equal(
            """{"statusCode":201,"multiValueHeaders":{"Content-Type":["application/json"]}}"""
            + Delimiter
            + """{"status":201}""",
            post.Body);
    }

    [Fact]
    public async Task ReplyWithoutBody_IsAPreludeAlone()
    {
        var post = await SendAsync("/nothing");

        Assert.Equal($$"""{"statusCode":204}{{Delimiter}}""", post.Body);
    }

    [Fact]
    public async Task HeadersOfOnStarting_AreInThePrelude()
    {
        var post = await SendAsync("/cookies");

        Assert.Equal($$"""{"statusCode":200,"cookies":["a=1","b=2"]}{{Delimiter}}två""", post.Body);
    }

    [Fact]
    public async Task ExceptionBeforeTheFirstByte_IsABare500()
    {
        var post = await SendAsync("/stream/unflushed");

        Assert.Equal("/invocation/id-1/response", post.Path);
        Assert.StartsWith(
            $$"""{"statusCode":500}{{Delimiter}}InvalidOperationException:""", post.Body, StringComparison.Ordinal);
        Assert.Contains("Nothing has left.", post.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/stream/broken", "InvalidOperationException", "The model went away.")]
    [InlineData("/stream/aborted", "IOException", "The application aborted the reply.")]
    public async Task FailureBehindTheFirstByte_IsInTheTrailers(string path, string type, string message)
    {
        var post = await SendAsync(path);

        Assert.EndsWith($"{Delimiter}data: first\n\n", post.Body, StringComparison.Ordinal);
        Assert.Equal(type, post.Trailers["Lambda-Runtime-Function-Error-Type"]);
        var error = JsonNode.Parse(
            Convert.FromBase64String(post.Trailers["Lambda-Runtime-Function-Error-Body"]))!;
        Assert.Equal(type, (string?)error["errorType"]);
        Assert.Equal(message, (string?)error["errorMessage"]);
    }

    [Theory]
    [InlineData(1, 16_384)]
    [InlineData(1, 16_385)]
    [InlineData(3, 1_000_000)]
    [InlineData(2000, 1)]
    public async Task Chunks_ArriveWholeWhateverTheirSize(int count, int bytes)
    {
        var post = await SendAsync($"/stream/many/{count}/{bytes}");

        Assert.Equal($$"""{"statusCode":200}{{Delimiter}}""" + new string('x', count * bytes), post.Body);
    }

    [Fact]
    public async Task Responses_OneAfterAnotherShareAConnection()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        await using var process = FunctionProcess.Start("web-streaming", api.Address);
        for (var i = 0; i < 3; i++)
        {
            api.Send(Request("/stream/json"), $"id-{i}");
            Assert.Equal($"/invocation/id-{i}/response", (await api.PostedAsync()).Path);
        }

        Assert.Equal(1, api.PostingConnections);
    }

    [Fact]
    public async Task RawStream_HasNoPreludeAndReportsItsFailure()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        await using var process = FunctionProcess.Start("raw-streaming", api.Address);

        api.Send($$"""{"write":["{{Base64("one")}}","{{Base64("two")}}"]}""", "good");
        var good = await api.PostedAsync();
        api.Send($$"""{"write":["{{Base64("one")}}"],"fail":"late"}""", "late");
        var late = await api.PostedAsync();
        api.Send("""{"write":[],"fail":"early"}""", "early");
        var early = await api.PostedAsync();
        api.Send("""{"buffered":true}""", "buffered");
        var buffered = await api.PostedAsync();

        Assert.Equal("onetwo", good.Body);
        Assert.Empty(good.Trailers);
        Assert.Equal("one", late.Body);
        Assert.Equal("InvalidOperationException", late.Trailers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("/invocation/early/error", early.Path);
        Assert.Equal("/invocation/buffered/response", buffered.Path);
        Assert.Equal("\"buffered\"", buffered.Body);
        Assert.Equal("application/json", buffered.Headers["Content-Type"]);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Request(string path) => $$"""{"path":"{{path}}","httpMethod":"GET"}""";

    private async Task<RuntimePost> SendAsync(string path)
    {
        fixture.Api.Send(Request(path));
        return await fixture.Api.PostedAsync();
    }
}
