using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>POST /v1/responses; tests/clients has whole sessions of it.</summary>
public sealed class ResponsesTests : IAsyncLifetime
{
    private const string Route = "/v1/responses";
    private const string Model = "us.anthropic.claude-sonnet-4-6";

    private OpenAiGateway _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await OpenAiGateway.StartAsync();
        _gateway.Runtime.Reply = """{"output":{"message":{"content":[{"text":"Hello"}]}},"stopReason":"end_turn"}""";
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Items_BecomeAConversation()
    {
        using var reply = await _gateway.PostAsync(
            Route,
            $$$"""
            {"model":"{{{Model}}}","instructions":"Be brief.","max_output_tokens":50,"temperature":0.5,
            "tools":[{"type":"function","name":"add","parameters":{"type":"object"}}],
            "tool_choice":{"type":"function","name":"add"},"store":true,"include":["x"],"input":[
            {"role":"developer","content":"In French."},
            {"role":"user","content":[{"type":"input_text","text":"Hi"},
              {"type":"input_image","image_url":"data:image/gif;base64,R0lGODlh"}]},
            {"type":"reasoning","id":"rs_1","summary":[]},
            {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Let me see."}]},
            {"type":"function_call","call_id":"c1","name":"add","arguments":"{\"a\":1}"},
            {"type":"function_call","call_id":"c2","name":"add","arguments":""},
            {"type":"function_call_output","call_id":"c2","output":[{"type":"input_text","text":"2"}]},
            {"type":"function_call_output","call_id":"c1","output":"1"}]}
            """);

        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Token));
        Assert.Equal(
            """
            {"messages":[
            {"role":"user","content":[{"text":"Hi"},{"image":{"format":"gif","source":{"bytes":"R0lGODlh"}}}]},
            {"role":"assistant","content":[{"text":"Let me see."},
            {"toolUse":{"toolUseId":"c1","name":"add","input":{"a":1}}},
            {"toolUse":{"toolUseId":"c2","name":"add","input":{}}}]},
            {"role":"user","content":[{"toolResult":{"toolUseId":"c1","content":[{"text":"1"}]}},
            {"toolResult":{"toolUseId":"c2","content":[{"text":"2"}]}}]}],
            "system":[{"text":"Be brief."},{"text":"In French."}],
            "inferenceConfig":{"maxTokens":50,"temperature":0.5},
            "toolConfig":{"tools":[{"toolSpec":{"name":"add","inputSchema":{"json":{"type":"object"}}}}],
            "toolChoice":{"tool":{"name":"add"}}}}
            """.ReplaceLineEndings(""),
            _gateway.LastAsked().ToJsonString());
    }

    [Fact]
    public async Task Answer_HasItemsOfEachKind()
    {
        _gateway.Runtime.Reply =
            """
            {"output":{"message":{"content":[{"reasoningContent":{"reasoningText":{"text":"Hm."}}},{"text":"Hello"},
            {"toolUse":{"toolUseId":"t1","name":"add","input":{"a":1}}}]}},"stopReason":"max_tokens",
            "usage":{"inputTokens":5,"outputTokens":2,"totalTokens":10,"cacheReadInputTokens":3}}
            """;

        using var reply = await AskAsync();

        var body = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;
        var key = body["id"]!.GetValue<string>()["resp_".Length..];
        Assert.Equal("incomplete", body["status"]!.GetValue<string>());
        Assert.Equal("""{"reason":"max_output_tokens"}""", body["incomplete_details"]!.ToJsonString());
        Assert.Equal(
            """
            [{"id":"rs_KEY_0","type":"reasoning","summary":[],"content":[{"type":"reasoning_text","text":"Hm."}]},
            {"id":"msg_KEY_1","type":"message","status":"completed","role":"assistant",
            "content":[{"type":"output_text","text":"Hello","annotations":[],"logprobs":[]}]},
            {"id":"fc_KEY_2","type":"function_call","status":"completed","call_id":"t1","name":"add",
            "arguments":"{\u0022a\u0022:1}"}]
            """.ReplaceLineEndings("").Replace("KEY", key, StringComparison.Ordinal),
            body["output"]!.ToJsonString());
        Assert.Equal(
            """
            {"input_tokens":8,"input_tokens_details":{"cached_tokens":3},"output_tokens":2,
            "output_tokens_details":{"reasoning_tokens":0},"total_tokens":10}
            """.ReplaceLineEndings(""),
            body["usage"]!.ToJsonString());
    }

    [Fact]
    public async Task ErrorInTheMiddle_IsThrownAndKept()
    {
        _gateway.Events
            .Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Hel"}}""")
            .Exception("throttlingException", "Too many tokens.")
            .End();

        using var reply = await AskAsync(",\"stream\":true");

        var events = (await reply.Content.ReadAsStringAsync(Token))[..^2].Split("\n\n");
        Assert.Equal(
            """
            event: error
            data: {"type":"error","sequence_number":5,"code":"rate_limit_exceeded",
            "message":"Too many tokens.","param":null,
            "error":{"message":"Too many tokens.","type":"rate_limit_error","param":null,"code":"rate_limit_exceeded"}}
            """.ReplaceLineEndings("\n").Replace(",\n\"", ",\"", StringComparison.Ordinal),
            events[^2]);
        Assert.StartsWith("event: response.failed\ndata: ", events[^1], StringComparison.Ordinal);
        var response = JsonNode.Parse(events[^1].Split("data: ")[1])!["response"]!;
        Assert.Equal("failed", response["status"]!.GetValue<string>());
        Assert.Equal(
            """{"code":"rate_limit_exceeded","message":"Too many tokens."}""", response["error"]!.ToJsonString());
    }

    [Fact]
    public async Task ErrorBeforeTheFirstEvent_IsAStatus()
    {
        _gateway.Events.Exception("validationException", "No.").End();

        using var reply = await AskAsync(",\"stream\":true");

        await reply.IsAsync(
            400, """{"error":{"message":"No.","type":"invalid_request_error","param":null,"code":null}}""");
    }

    [Theory]
    [InlineData(
        "\"input\":\"Hi\",\"previous_response_id\":\"r\"",
        "This gateway keeps no responses: send the whole conversation as 'input'.",
        "previous_response_id",
        "unsupported_value")]
    [InlineData(
        "\"input\":\"Hi\",\"conversation\":\"c\"",
        "This gateway keeps no responses: send the whole conversation as 'input'.",
        "conversation",
        "unsupported_value")]
    [InlineData(
        "\"input\":\"Hi\",\"background\":true",
        "This gateway keeps no responses: 'background' must be false.",
        "background",
        "unsupported_value")]
    [InlineData(
        "\"input\":\"Hi\",\"tools\":[{\"type\":\"web_search\"}]",
        "Tools of type 'web_search' are not supported: only functions are.",
        "tools[0].type",
        "unsupported_value")]
    [InlineData(
        "\"input\":[{\"type\":\"item_reference\",\"id\":\"x\"}]",
        "Items of type 'item_reference' are not supported.",
        "input[0].type",
        "unsupported_value")]
    [InlineData(
        "\"input\":[{\"type\":\"function_call_output\",\"call_id\":\"x\"}]",
        "Missing required parameter: 'input[0].output'.",
        "input[0].output",
        "missing_required_parameter")]
    [InlineData("\"input\":[]", "Invalid value for 'input': expected at least one item.", "input", "invalid_value")]
    [InlineData("\"stream\":true", "Missing required parameter: 'input'.", "input", "missing_required_parameter")]
    public async Task WhatIsWrong_IsTold(string fields, string message, string parameter, string code)
    {
        using var reply = await _gateway.PostAsync(Route, $$"""{"model":"{{Model}}",{{fields}}}""");

        await reply.IsAsync(
            400,
            $$$"""
            {"error":{"message":"{{{message}}}","type":"invalid_request_error",
            "param":"{{{parameter}}}","code":"{{{code}}}"}}
            """.ReplaceLineEndings(""));
        Assert.Empty(_gateway.Runtime.Calls);
    }

    private Task<HttpResponseMessage> AskAsync(string extra = "") =>
        _gateway.OpenAsync(Route, $$"""{"model":"{{Model}}","input":"Hi"{{extra}}}""");
}
