using System.Text;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>What a chat is answered with, chunk by chunk.</summary>
public sealed class ChatStreamTests : IAsyncLifetime
{
    private const string Model = "us.anthropic.claude-sonnet-4-6";

    private const string First = """{"role":"assistant","content":"","refusal":null}""";

    private OpenAiGateway _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await OpenAiGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Text_ComesInChunks()
    {
        _gateway.Events.Answer("Hello", "max_tokens");

        using var reply = await AskAsync();

        Assert.Equal("text/event-stream; charset=utf-8", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            [Chunk(First), Chunk("""{"content":"Hello"}"""), Chunk("{}", "\"length\""), "[DONE]"],
            await OpenAiGateway.DataOfAsync(reply));
    }

    [Fact]
    public async Task Usage_IsTheLastChunkWithoutChoices()
    {
        _gateway.Events.Answer("Hello");

        using var reply = await AskAsync(",\"stream_options\":{\"include_usage\":true}");

        Assert.Equal(
            [
                Chunk(First, tail: ",\"usage\":null"),
                Chunk("""{"content":"Hello"}""", tail: ",\"usage\":null"),
                Chunk("{}", "\"stop\"", ",\"usage\":null"),
                $$$$"""
                {"id":"chatcmpl-ID","object":"chat.completion.chunk","created":1772618400,"model":"{{{{Model}}}}",
                "choices":[],"usage":{"prompt_tokens":11,"completion_tokens":2,"total_tokens":13,
                "prompt_tokens_details":{"cached_tokens":0}}}
                """.ReplaceLineEndings(""),
                "[DONE]",
            ],
            await OpenAiGateway.DataOfAsync(reply));
    }

    [Fact]
    public async Task ThoughtsAndTools_ComeInPieces()
    {
        _gateway.Events
            .Event("messageStart", """{"role":"assistant"}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"Hm."}}}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"signature":"s1"}}}""")
            .Event("contentBlockStop", """{"contentBlockIndex":0}""")
            .Event(
                "contentBlockStart",
                """{"contentBlockIndex":1,"start":{"toolUse":{"toolUseId":"t1","name":"add"}}}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":""}}}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":"{\"a\""}}}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":":1}"}}}""")
            .Event("contentBlockStop", """{"contentBlockIndex":1}""")
            .Event(
                "contentBlockStart",
                """{"contentBlockIndex":2,"start":{"toolUse":{"toolUseId":"t2","name":"now"}}}""")
            .Event("contentBlockStop", """{"contentBlockIndex":2}""")
            .Event("messageStop", """{"stopReason":"tool_use"}""")
            .End();

        using var reply = await AskAsync();

        Assert.Equal(
            [
                Chunk(First),
                Chunk("""{"reasoning_content":"Hm."}"""),
                Chunk("""{"reasoning_signature":"s1"}"""),
                Tool("""{"index":0,"id":"t1","type":"function","function":{"name":"add","arguments":""}}"""),
                Tool("""{"index":0,"function":{"arguments":"{\"a\""}}"""),
                Tool("""{"index":0,"function":{"arguments":":1}"}}"""),
                Tool("""{"index":1,"id":"t2","type":"function","function":{"name":"now","arguments":""}}"""),
                Tool("""{"index":1,"function":{"arguments":"{}"}}"""),
                Chunk("{}", "\"tool_calls\""),
                "[DONE]",
            ],
            await OpenAiGateway.DataOfAsync(reply));
    }

    [Fact]
    public async Task JsonAnswer_IsContent()
    {
        _gateway.Events
            .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Sure:"}}""")
            .Event(
                "contentBlockStart",
                """{"contentBlockIndex":1,"start":{"toolUse":{"toolUseId":"t1","name":"answer_in_json"}}}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":"{\"a\""}}}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":":1}"}}}""")
            .Event("contentBlockStop", """{"contentBlockIndex":1}""")
            .Event("messageStop", """{"stopReason":"tool_use"}""")
            .End();

        using var reply = await AskAsync(",\"response_format\":{\"type\":\"json_object\"}");

        Assert.Equal(
            [
                Chunk(First),
                Chunk("""{"content":"{\"a\""}"""),
                Chunk("""{"content":":1}"}"""),
                Chunk("{}", "\"stop\""),
                "[DONE]",
            ],
            await OpenAiGateway.DataOfAsync(reply));
    }

    [Fact]
    public async Task FirstChunk_ArrivesWhileTheModelStillWrites()
    {
        var events = _gateway.Events
            .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Hel"}}""");
        using var reply = await AskAsync();
        await using var body = await reply.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[1024];

        var read = await body.ReadAsync(buffer, Token);

        Assert.Contains("\"content\":\"Hel\"", Encoding.UTF8.GetString(buffer, 0, read), StringComparison.Ordinal);
        events.End();
    }

    [Fact]
    public async Task ErrorInTheMiddle_IsTheLastEvent()
    {
        _gateway.Events
            .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Hel"}}""")
            .Exception("throttlingException", "Too many tokens.")
            .End();

        using var reply = await AskAsync();

        Assert.Equal(
            [
                Chunk(First),
                Chunk("""{"content":"Hel"}"""),
                """
                {"error":{"message":"Too many tokens.","type":"rate_limit_error","param":null,
                "code":"rate_limit_exceeded"}}
                """.ReplaceLineEndings(""),
            ],
            await OpenAiGateway.DataOfAsync(reply));
    }

    [Fact]
    public async Task ReplyWithoutEnd_IsAnError()
    {
        _gateway.Events.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Hel"}}""").End();

        using var reply = await AskAsync();

        Assert.Equal(
            """{"error":{"message":"The model's reply broke off.","type":"server_error","param":null,"code":null}}""",
            (await OpenAiGateway.DataOfAsync(reply))[^1]);
    }

    [Fact]
    public async Task ErrorBeforeTheFirstChunk_IsAStatus()
    {
        _gateway.Events.Exception("validationException", "No.").End();

        using var reply = await AskAsync();

        await reply.IsAsync(
            400, """{"error":{"message":"No.","type":"invalid_request_error","param":null,"code":null}}""");
    }

    [Fact]
    public async Task ClientThatLeaves_EndsTheCall()
    {
        var events = _gateway.Events
            .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Hel"}}""");
        using (await AskAsync())
        {
            // Leaves.
        }

        await events.Closed.WaitAsync(TimeSpan.FromSeconds(5), Token);
    }

    [Fact]
    public async Task ThousandTools_ComeAll()
    {
        for (var index = 0; index < 1000; index++)
        {
            _gateway.Events
                .Event(
                    "contentBlockStart",
                    $$$"""
                    {"contentBlockIndex":{{{index}}},"start":{"toolUse":{"toolUseId":"t{{{index}}}","name":"add"} } }
                    """)
                .Event("contentBlockStop", $$"""{"contentBlockIndex":{{index}}}""");
        }

        _gateway.Events.Event("messageStop", """{"stopReason":"tool_use"}""").End();

        using var reply = await AskAsync();

        var data = await OpenAiGateway.DataOfAsync(reply);
        Assert.Equal(1 + 2000 + 2, data.Length);
        Assert.Equal(
            Tool("""{"index":999,"id":"t999","type":"function","function":{"name":"add","arguments":""}}"""), data[^4]);
    }

    private Task<HttpResponseMessage> AskAsync(string extra = "") => _gateway.OpenAsync(
        OpenAiGateway.Chat,
        $$"""{"model":"{{Model}}","messages":[{"role":"user","content":"Hi"}],"stream":true{{extra}}}""");

    private static string Tool(string call) => Chunk($"{{\"tool_calls\":[{call}]}}");

    private static string Chunk(string delta, string reason = "null", string tail = "") =>
        $$"""
        {"id":"chatcmpl-ID","object":"chat.completion.chunk","created":1772618400,"model":"{{Model}}",
        "choices":[{"index":0,"delta":{{delta}},"logprobs":null,"finish_reason":{{reason}}}]{{tail}}}
        """.ReplaceLineEndings("");
}
