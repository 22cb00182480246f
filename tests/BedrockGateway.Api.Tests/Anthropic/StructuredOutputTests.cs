using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>Answers that must be JSON (<c>output_config.format</c>), from models that are no Claude.</summary>
public sealed class StructuredOutputTests : IAsyncLifetime
{
    private const string Format =
        """{"type":"json_schema","schema":{"type":"object","properties":{"a":{"type":"integer"}}}}""";

    private const string InWords =
        """
        Answer with JSON alone, without any other text and without a code fence.
        It must be valid against this JSON Schema:
        ```json
        {"type":"object","properties":{"a":{"type":"integer"}}}
        ```
        """;

    private AnthropicClient _client = null!;

    private EventSource Events => _client.Gateway.Runtime.Events;

    public async ValueTask InitializeAsync() => _client = await AnthropicClient.StartAsync();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("\"output_config\":{\"format\":FORMAT}")]
    [InlineData("\"output_format\":FORMAT")]
    public async Task Answer_IsTheArgumentsOfAToolThatNobodySees(string field)
    {
        Reply(
            """
            {"reasoningContent":{"reasoningText":{"text":"Hm."}}},{"text":"Sure:"},
            {"toolUse":{"toolUseId":"t1","name":"answer_in_json","input":{"a":1}}},
            {"toolUse":{"toolUseId":"t2","name":"answer_in_json","input":{"a":2}}}
            """,
            "tool_use");

        var reply = JsonNode.Parse(await AskAsync(AnthropicClient.Nova, field))!;

        Assert.Equal(
            """[{"type":"thinking","thinking":"Hm.","signature":""},{"type":"text","text":"{\u0022a\u0022:1}"}]""",
            reply["content"]!.ToJsonString());
        Assert.Equal("end_turn", (string?)reply["stop_reason"]);
        Assert.Equal(
            """
            {"tools":[{"toolSpec":{"name":"answer_in_json",
            "description":"Gives the answer: its arguments are the whole answer.",
            "inputSchema":{"json":{"type":"object","properties":{"a":{"type":"integer"}}}}}}],
            "toolChoice":{"tool":{"name":"answer_in_json"}}}
            """.ReplaceLineEndings(""),
            JsonNode.Parse(_client.Asked)!["toolConfig"]!.ToJsonString());
    }

    [Fact]
    public async Task Answer_IsStreamedAsText()
    {
        Events
            .Event("messageStart", """{"role":"assistant"}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Sure:"}}""")
            .Event("contentBlockStop", """{"contentBlockIndex":0}""")
            .Event(
                "contentBlockStart",
                """{"contentBlockIndex":1,"start":{"toolUse":{"toolUseId":"t1","name":"answer_in_json"}}}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":"{\"a\""}}}""")
            .Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":":1}"}}}""")
            .Event("contentBlockStop", """{"contentBlockIndex":1}""")
            .Event("messageStop", """{"stopReason":"tool_use"}""")
            .End();

        var reply = await AskAsync(AnthropicClient.Nova, "\"stream\":true,\"output_config\":{\"format\":FORMAT}");

        Assert.Equal(
            [
                """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"{\"a\""}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":":1}"}}""",
                """{"type":"content_block_stop","index":0}""",
                """
                {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},
                "usage":{"input_tokens":0,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,
                "output_tokens":0}}
                """.ReplaceLineEndings(""),
            ],
            reply.Split("\n\n")[2..^2].Select(event_ => event_.Split("data: ")[1]));
    }

    [Fact]
    public async Task AnswerWithoutTheTool_IsItsTextThen()
    {
        Reply("""{"text":"I "},{"text":"cannot."}""", "end_turn");

        var reply = JsonNode.Parse(await AskAsync(AnthropicClient.Nova, "\"output_config\":{\"format\":FORMAT}"))!;

        Assert.Equal("""[{"type":"text","text":"I cannot."}]""", reply["content"]!.ToJsonString());
    }

    [Fact]
    public async Task AnswerWithoutArguments_IsAnEmptyObject()
    {
        Events
            .Event("messageStart", """{"role":"assistant"}""")
            .Event("contentBlockStart", """{"start":{"toolUse":{"toolUseId":"t1","name":"answer_in_json"}}}""")
            .Event("contentBlockStop", "{}")
            .Event("messageStop", """{"stopReason":"tool_use"}""")
            .End();

        var reply = await AskAsync(AnthropicClient.Nova, "\"stream\":true,\"output_config\":{\"format\":FORMAT}");

        Assert.Contains("""{"type":"text_delta","text":"{}"}""", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AnthropicClient.Llama, "")]
    [InlineData(AnthropicClient.Nova, ",\"tools\":[{\"name\":\"add\",\"input_schema\":{\"type\":\"object\"}}]")]
    public async Task Answer_IsAskedForInWordsWhereNoToolCanBeForced(string model, string rest)
    {
        Reply("""{"text":"{\"a\":1}"}""", "end_turn");

        var reply = JsonNode.Parse(await AskAsync(model, "\"output_config\":{\"format\":FORMAT}" + rest))!;

        Assert.Equal("{\"a\":1}", (string?)reply["content"]![0]!["text"]);
        var asked = JsonNode.Parse(_client.Asked)!;
        Assert.Equal(InWords.ReplaceLineEndings("\n"), (string?)asked["system"]![0]!["text"]);
        Assert.Null(asked["toolConfig"]?["toolChoice"]);
    }

    [Fact]
    public async Task OtherFormats_AreIgnored()
    {
        Reply("""{"text":"Hello"}""", "end_turn");

        await AskAsync(AnthropicClient.Nova, "\"output_config\":{\"format\":{\"type\":\"unheard_of\"}}");

        Assert.Null(JsonNode.Parse(_client.Asked)!["toolConfig"]);
    }

    [Theory]
    [InlineData("{\"type\":\"json_schema\"}", "Field required")]
    [InlineData("{\"type\":\"json_schema\",\"schema\":5}", "Input should be a valid dictionary")]
    public async Task FormatWithoutASchema_IsRefused(string format, string message) => await _client.RefusesAsync(
        Body(AnthropicClient.Nova, $"\"output_config\":{{\"format\":{format}}}"),
        $"output_config.format.schema: {message}");

    [Fact]
    public async Task Claude_ReadsTheFormatItself()
    {
        _client.Gateway.Runtime.Reply = "{}";

        using var reply = await _client.SendAsync(
            Body("anthropic.claude-sonnet-4-6", "\"output_config\":{\"format\":FORMAT}"));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(Format, JsonNode.Parse(_client.Asked)!["output_config"]!["format"]!.ToJsonString());
    }

    private void Reply(string content, string stopReason) => _client.Gateway.Runtime.Reply =
        $$$"""{"output":{"message":{"content":[{{{content}}}]}},"stopReason":"{{{stopReason}}}"}""";

    private Task<string> AskAsync(string model, string fields) => _client.TextAsync(Body(model, fields));

    private static string Body(string model, string fields) =>
        $$"""{"model":"{{model}}","messages":[{"role":"user","content":"Hi"}],{{fields}}}"""
            .Replace("FORMAT", Format, StringComparison.Ordinal);
}
