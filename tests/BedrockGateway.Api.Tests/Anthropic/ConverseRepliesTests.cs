using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>What models that are no Claude answer, as this dialect says it.</summary>
public sealed partial class ConverseRepliesTests : IAsyncLifetime
{
    private AnthropicClient _client = null!;

    private EventSource Events => _client.Gateway.Runtime.Events;

    public async ValueTask InitializeAsync() => _client = await AnthropicClient.StartAsync();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task WholeReply_IsAMessage()
    {
        _client.Gateway.Runtime.Reply =
            """
            {"output":{"message":{"role":"assistant","content":[
               {"reasoningContent":{"reasoningText":{"text":"Hm.","signature":"abc"}}},
               {"reasoningContent":{"redactedContent":"eA=="}},
               {"text":""},{"text":"Hé"},
               {"toolUse":{"toolUseId":"t1","name":"weather","input":{ "a" : 1.0 }}}]}},
             "stopReason":"tool_use",
             "usage":{"inputTokens":11,"outputTokens":2,"cacheReadInputTokens":3,"cacheWriteInputTokens":4}}
            """;

        var reply = await _client.TextAsync(Request());

        Assert.Equal(
            """
            {"id":"msg_ID","type":"message","role":"assistant","model":"amazon.nova-lite-v1:0","content":[
            {"type":"thinking","thinking":"Hm.","signature":"abc"},
            {"type":"redacted_thinking","data":"eA=="},
            {"type":"text","text":"Hé"},
            {"type":"tool_use","id":"t1","name":"weather","input":{ "a" : 1.0 }}],
            "stop_reason":"tool_use","stop_sequence":null,
            "usage":{"input_tokens":11,"cache_creation_input_tokens":4,"cache_read_input_tokens":3,"output_tokens":2}}
            """.ReplaceLineEndings(""),
            WithoutId(reply));
    }

    [Theory]
    [InlineData("end_turn", "end_turn", null)]
    [InlineData("max_tokens", "max_tokens", null)]
    [InlineData("stop_sequence", "stop_sequence", "END")]
    [InlineData("guardrail_intervened", "refusal", null)]
    [InlineData("content_filtered", "refusal", null)]
    [InlineData("malformed_tool_use", "end_turn", null)]
    [InlineData("model_context_window_exceeded", "model_context_window_exceeded", null)]
    public async Task StopReason_IsAnthropics(string bedrocks, string expected, string? sequence)
    {
        _client.Gateway.Runtime.Reply =
            $$$"""{"output":{"message":{"content":[]}},"stopReason":"{{{bedrocks}}}","usage":{}}""";

        var reply = JsonNode.Parse(await _client.TextAsync(Request(""","stop_sequences":["END"]""")))!;

        Assert.Equal((expected, sequence), ((string?)reply["stop_reason"], (string?)reply["stop_sequence"]));
    }

    [Fact]
    public async Task Stream_HasAnthropicsEvents()
    {
        Events.Event("messageStart", """{"role":"assistant"}""");
        Delta(0, """{"reasoningContent":{"text":"Hm."}}""");
        Delta(0, """{"reasoningContent":{"signature":"abc"}}""");
        Stop(0);
        Delta(1, """{"text":""}""");
        Delta(1, """{"text":"Hé"}""");
        Stop(1);
        Events.Event(
            "contentBlockStart",
            """{"contentBlockIndex":3,"start":{"toolUse":{"toolUseId":"t1","name":"weather"}},"p":"ab"}""");
        Delta(3, """{"toolUse":{"input":"{\"a\":"}}""");
        Delta(3, """{"toolUse":{"input":"1}"}}""");
        Stop(3);
        Events.Event("messageStop", """{"stopReason":"tool_use"}""");
        Events.Event(
            "metadata", """{"usage":{"inputTokens":11,"outputTokens":2,"cacheReadInputTokens":3},"metrics":{}}""");
        Events.End();

        var reply = await _client.TextAsync(Request(""","stream":true"""));

        const string None =
            """
            {"input_tokens":0,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":0}
            """;
        const string Used =
            """
            {"input_tokens":11,"cache_creation_input_tokens":0,"cache_read_input_tokens":3,"output_tokens":2}
            """;
        AssertEvents(
            reply,
            """{"type":"message_start","message":{"id":"msg_ID","type":"message","role":"assistant","""
            + """ "model":"amazon.nova-lite-v1:0","content":[],"stop_reason":null,"stop_sequence":null,""".Trim()
            + $$$""" "usage":{{{None}}}}}""".Trim(),
            """{"type":"ping"}""",
            """
            {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}
            """,
            """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm."}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"abc"}}""",
            """{"type":"content_block_stop","index":0}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Hé"}}""",
            """{"type":"content_block_stop","index":1}""",
            """{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t1","""
            + """ "name":"weather","input":{}}}""".Trim(),
            """{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"a\":"}}""",
            """{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"1}"}}""",
            """{"type":"content_block_stop","index":2}""",
            $$"""{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{{Used}}}""",
            """{"type":"message_stop"}""");
    }

    [Fact]
    public async Task BlocksThatAreNotEnded_EndBeforeTheNext()
    {
        Events.Event("messageStart", """{"role":"assistant"}""");
        Delta(0, """{"reasoningContent":{"text":"Hm."}}""");
        Delta(0, """{"text":"Hello"}""");
        Delta(0, """{"reasoningContent":{"redactedContent":"eA=="}}""");
        Events.Event("messageStop", """{"stopReason":"end_turn"}""");
        Events.End();

        var reply = await _client.TextAsync(Request(""","stream":true"""));

        Assert.Equal(
            [
                "message_start", "ping",
                "content_block_start", "content_block_delta", "content_block_stop",
                "content_block_start", "content_block_delta", "content_block_stop",
                "content_block_start", "content_block_stop",
                "message_delta", "message_stop",
            ],
            Parse(reply).Select(event_ => event_.Name));
    }

    [Fact]
    public async Task StreamWithoutAnEnd_IsAnError()
    {
        Events.Event("messageStart", """{"role":"assistant"}""");
        Delta(0, """{"text":"Hello"}""");
        Events.End();

        using var reply = await _client.SendAsync(Request(""","stream":true"""));

        var last = Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Last();
        Assert.Equal(("error", AnthropicClient.Error("api_error", "The model's reply broke off.", reply)), last);
    }

    private static string Request(string rest = "") =>
        $$"""{"model":"amazon.nova-lite-v1:0","messages":[{"role":"user","content":"Hi"}]{{rest}}}""";

    private void Delta(int block, string delta) =>
        Events.Event("contentBlockDelta", $$"""{"contentBlockIndex":{{block}},"delta":{{delta}}}""");

    private void Stop(int block) => Events.Event("contentBlockStop", $$"""{"contentBlockIndex":{{block}}}""");

    private static void AssertEvents(string reply, params string[] data)
    {
        var events = Parse(WithoutId(reply)).ToList();
        Assert.Equal(data, events.Select(event_ => event_.Data));
        Assert.Equal(data.Select(json => (string)JsonNode.Parse(json)!["type"]!), events.Select(event_ => event_.Name));
    }

    private static IEnumerable<(string Name, string Data)> Parse(string reply) => reply
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(event_ => event_.Split('\n'))
        .Select(lines => (lines[0]["event: ".Length..], Assert.Single(lines[1..])["data: ".Length..]));

    private static string WithoutId(string reply) => Id().Replace(reply, "msg_ID");

    [GeneratedRegex("msg_01[0-9A-Za-z]{22}")]
    private static partial Regex Id();
}
