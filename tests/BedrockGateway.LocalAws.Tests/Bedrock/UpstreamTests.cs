using System.Net;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Bedrock's models answered by a server of OpenAI's API.</summary>
public sealed class UpstreamTests : IAsyncLifetime
{
    private const string Claude = ConverseTests.Claude;

    private const string Hi = """{"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""";

    private static readonly string[] Thoughtful =
    [
        """{"choices":[{"index":0,"delta":{"role":"assistant","reasoning_content":"Hm"}}]}""",
        """{"choices":[{"index":0,"delta":{"content":"Hel"}}]}""",
        """{"choices":[{"index":0,"delta":{"content":"lo"}}]}""",
        """{"choices":[{"index":0,"delta":{},"finish_reason":"length"}]}""",
        """{"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":2}}}""",
        "[DONE]",
    ];

    private FakeOpenAiServer _server = null!;
    private LocalAws _aws = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeOpenAiServer.StartAsync();
        _server.Chunks = Thoughtful;
        _aws = await LocalAws.StartAsync(
            new() { BedrockUpstream = _server.Address, BedrockUpstreamModels = { ["amazon.nova-lite-v1:0"] = "own" } },
            TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _aws.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Answer_IsTheUpstreams()
    {
        var reply = await ConverseAsync(Hi);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        reply.Body.Remove("metrics");
        reply.Body["output"]!["message"]!["content"]![0]!["reasoningContent"]!["reasoningText"]!["signature"] = "S";
        AssertJson.Equal(
            """
            {"output":{"message":{"role":"assistant","content":[
               {"reasoningContent":{"reasoningText":{"text":"Hm","signature":"S"}}},{"text":"Hello"}]}},
             "stopReason":"max_tokens",
             "usage":{"inputTokens":7,"outputTokens":4,"totalTokens":13,"cacheReadInputTokens":2,"cacheWriteInputTokens":0}}
            """,
            reply.Body);
        AssertJson.Equal(
            """
            {"model":"first","messages":[{"role":"user","content":"Hi"}],"stream":true,
             "stream_options":{"include_usage":true}}
            """,
            Assert.Single(_server.Requests));
    }

    [Fact]
    public async Task Conversation_IsTranslated_AndTheModelsNameMapped()
    {
        const string Body =
            """
            {"system":[{"text":"Be kind"}],"inferenceConfig":{"maxTokens":9,"temperature":0.5,"stopSequences":["x"]},
             "messages":[
               {"role":"user","content":[{"text":"Look"},{"image":{"format":"png","source":{"bytes":"PIXELS"}}}]},
               {"role":"assistant","content":[{"text":"Let me"},{"toolUse":{"toolUseId":"t1","name":"f","input":{"a":1}}}]},
               {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"json":{"b":2}}]}},{"text":"Well?"}]}],
             "toolConfig":{"tools":[{"toolSpec":{"name":"f","description":"d","inputSchema":{"json":{"type":"object"}}}}],
               "toolChoice":{"tool":{"name":"f"}}}}
            """;
        await BedrockWire.PostAsync(
            _aws,
            "/model/amazon.nova-lite-v1%3A0/converse",
            Body.Replace("PIXELS", Pixels.Gif, StringComparison.Ordinal));

        AssertJson.Equal(
            """
            {"model":"own","stream":true,"stream_options":{"include_usage":true},"max_tokens":9,"temperature":0.5,
             "stop":["x"],
             "messages":[
               {"role":"system","content":"Be kind"},
               {"role":"user","content":[{"type":"text","text":"Look"},
                 {"type":"image_url","image_url":{"url":"data:image/png;base64,PIXELS"}}]},
               {"role":"assistant","content":"Let me","tool_calls":[
                 {"id":"t1","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},
               {"role":"tool","tool_call_id":"t1","content":"{\"b\":2}"},
               {"role":"user","content":[{"type":"text","text":"Well?"}]}],
             "tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object"}}}],
             "tool_choice":{"type":"function","function":{"name":"f"}}}
            """.Replace("PIXELS", Pixels.Gif, StringComparison.Ordinal),
            Assert.Single(_server.Requests));
    }

    [Fact]
    public async Task Stream_PassesOnWhatComes_WhileTheUpstreamIsHeldBack()
    {
        var gate = new TaskCompletionSource();
        _server.Gate = gate.Task;
        await using var stream = await BedrockStream.OpenAsync(_aws, Claude, "converse-stream", Hi);

        Assert.Equal("messageStart", (await stream.NextAsync())!.Type);
        Assert.Equal(
            "Hm", (string?)(await stream.NextAsync())!.Body["delta"]!["reasoningContent"]!["text"]);
        gate.SetResult();

        List<string> types = [];
        while (await stream.NextAsync() is { } next)
        {
            types.Add(next.Type);
        }

        Assert.Equal(
            [
                "contentBlockDelta", "contentBlockStop", "contentBlockDelta", "contentBlockDelta", "contentBlockStop",
                "messageStop", "metadata",
            ],
            types);
    }

    [Fact]
    public async Task ParallelCalls_AreBlocksOfTheirOwn()
    {
        _server.Chunks =
        [
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c0","function":{"name":"f","arguments":"{\"a\""}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":1,"id":"c1","function":{"name":"g","arguments":"no"}}]}}]}""",
            """{"choices":[{"delta":{},"finish_reason":"tool_calls"}]}""",
            "[DONE]",
        ];
        var reply = await BedrockWire.InvokeAsync(
            _aws,
            Claude,
            """{"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]}""");

        var content = reply.Body["content"]!.AsArray();
        Assert.Equal(
            """f {"a":1},g {}""", string.Join(',', content.Select(use => $"{use!["name"]} {use["input"]!.ToJsonString()}")));
        Assert.Equal(2, content.Select(use => (string?)use!["id"]).Distinct().Count());
        Assert.Equal("tool_use", (string?)reply.Body["stop_reason"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, "ValidationException", "Bad")]
    [InlineData(HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, "ThrottlingException", "Bad")]
    [InlineData(
        HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, "ServiceUnavailableException",
        "The upstream is not available: Bad")]
    [InlineData(
        HttpStatusCode.NotFound, HttpStatusCode.FailedDependency, "ModelErrorException", "The upstream failed: Bad")]
    public async Task Failure_IsBedrocks(HttpStatusCode failure, HttpStatusCode status, string type, string message)
    {
        _server.Failure = (failure, """{"error":{"message":"Bad"}}""");

        var whole = await ConverseAsync(Hi);
        var streamed = await BedrockWire.PostAsync(_aws, $"/model/{Claude}/converse-stream", Hi);

        Assert.Equal((status, type, message), whole.Fault);
        Assert.Equal((status, type, message), streamed.Fault);
    }

    [Theory]
    [InlineData("""{"error":{"message":"Out of memory"}}""", "The upstream failed: Out of memory")]
    [InlineData("nothing", "The upstream failed: A chunk is no JSON object.")]
    [InlineData("[DONE]", "The upstream failed: its stream ended before its answer.")]
    public async Task FailureInMidStream_IsAnExceptionMessage_OrAnErrorOfTheWhole(string chunk, string message)
    {
        _server.Chunks = [Thoughtful[1], chunk];

        var events = await BedrockStream.ReadAllAsync(_aws, Claude, "converse-stream", Hi);
        var whole = await ConverseAsync(Hi);

        Assert.Equal(("exception", "modelStreamErrorException"), (events[^1].MessageType, events[^1].Type));
        Assert.Equal(message, (string?)events[^1].Body["message"]);
        Assert.Equal((HttpStatusCode.FailedDependency, "ModelErrorException", message), whole.Fault);
    }

    [Fact]
    public async Task BrokenConnection_IsAnExceptionMessage()
    {
        _server.Chunks = [Thoughtful[1], string.Empty];

        var events = await BedrockStream.ReadAllAsync(_aws, Claude, "converse-stream", Hi);

        Assert.Equal(("exception", "modelStreamErrorException"), (events[^1].MessageType, events[^1].Type));
    }

    [Fact]
    public async Task UpstreamThatIsNotThere_IsUnavailable()
    {
        await _server.DisposeAsync();

        var reply = await ConverseAsync(Hi);

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "ServiceUnavailableException"), (reply.Fault.Status, reply.Fault.Type));
    }

    [Fact]
    public void CommandLine_NamesServerAndModels()
    {
        Assert.True(LocalAwsCommandLine.TryParse(
            [
                "--bedrock-upstream", "http://localhost:11434/v1", "--bedrock-upstream-model", "qwen3",
                "--bedrock-upstream-model", "amazon.nova-lite-v1:0=llama3",
            ],
            out var options,
            out _));
        Assert.Equal(new Uri("http://localhost:11434/v1"), options.BedrockUpstream);
        Assert.Equal(
            new Dictionary<string, string> { ["*"] = "qwen3", ["amazon.nova-lite-v1:0"] = "llama3" },
            options.BedrockUpstreamModels);

        Assert.False(LocalAwsCommandLine.TryParse(["--bedrock-upstream", "ftp://localhost"], out _, out var problem));
        Assert.StartsWith("'--bedrock-upstream ftp://localhost' is not understood.", problem, StringComparison.Ordinal);
    }

    private Task<BedrockReply> ConverseAsync(string body) =>
        BedrockWire.PostAsync(_aws, $"/model/{Claude}/converse", body);
}
