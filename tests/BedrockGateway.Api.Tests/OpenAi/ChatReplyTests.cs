using System.Net;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>What a chat is answered with, as a whole.</summary>
public sealed class ChatReplyTests : IAsyncLifetime
{
    private const string Ask =
        """{"model":"us.anthropic.claude-sonnet-4-6","messages":[{"role":"user","content":"Hi"}]EXTRA}""";

    private OpenAiGateway _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await OpenAiGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Text_IsACompletion()
    {
        Reply(
            """{"reasoningContent":{"reasoningText":{"text":"Hm.","signature":"s1"}}},{"text":"Hel"},{"text":"lo"}""",
            "end_turn",
            """
            {"inputTokens":5,"outputTokens":2,"totalTokens":14,"cacheReadInputTokens":3,"cacheWriteInputTokens":4}
            """);

        using var reply = await AskAsync();

        Assert.Equal("application/json", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal("us.anthropic.claude-sonnet-4-6", reply.Headers.GetValues("x-gateway-model").Single());
        Assert.Equal(
            """
            {"id":"chatcmpl-ID","object":"chat.completion","created":1772618400,
            "model":"us.anthropic.claude-sonnet-4-6","choices":[{"index":0,
            "message":{"role":"assistant","content":"Hello","refusal":null,
            "reasoning_content":"Hm.","reasoning_signature":"s1"},"logprobs":null,"finish_reason":"stop"}],
            "usage":{"prompt_tokens":12,"completion_tokens":2,"total_tokens":14,
            "prompt_tokens_details":{"cached_tokens":3}}}
            """.ReplaceLineEndings(""),
            OpenAiGateway.Anonymous(await reply.Content.ReadAsStringAsync(Token)));
    }

    [Fact]
    public async Task Tools_HaveTheClientsNames()
    {
        Reply(
            """
            {"toolUse":{"toolUseId":"t1","name":"files_read_2b733164","input":{"p":[1]}}},
            {"toolUse":{"toolUseId":"t2","name":"add","input":{}}}
            """,
            "tool_use");

        using var reply = await AskAsync(
            """
            ,"tools":[{"type":"function","function":{"name":"files/read"}},
            {"type":"function","function":{"name":"add"}}]
            """);

        Assert.Contains(
            """
            "message":{"role":"assistant","content":null,"refusal":null,"tool_calls":[
            {"id":"t1","type":"function","function":{"name":"files/read","arguments":"{\"p\":[1]}"}},
            {"id":"t2","type":"function","function":{"name":"add","arguments":"{}"}}]},"logprobs":null,
            "finish_reason":"tool_calls"
            """.ReplaceLineEndings(""),
            await reply.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneToolAtATime_IsTheFirst()
    {
        Reply(
            """
            {"toolUse":{"toolUseId":"t1","name":"add","input":{}}},
            {"toolUse":{"toolUseId":"t2","name":"add","input":{}}}
            """,
            "tool_use");

        using var reply = await AskAsync(
            ""","parallel_tool_calls":false,"tools":[{"type":"function","function":{"name":"add"}}]""");

        var text = await reply.Content.ReadAsStringAsync(Token);
        Assert.Contains(
            """
            "tool_calls":[{"id":"t1","type":"function","function":{"name":"add","arguments":"{}"}}]
            """,
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("end_turn", "stop")]
    [InlineData("stop_sequence", "stop")]
    [InlineData("tool_use", "stop")]
    [InlineData("malformed_tool_use", "stop")]
    [InlineData("max_tokens", "length")]
    [InlineData("model_context_window_exceeded", "length")]
    [InlineData("guardrail_intervened", "content_filter")]
    [InlineData("content_filtered", "content_filter")]
    public async Task StopReason_IsOpenAis(string bedrock, string openAi)
    {
        Reply("""{"text":"Hello"}""", bedrock);

        using var reply = await AskAsync();

        Assert.Contains(
            $"\"finish_reason\":\"{openAi}\"", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"json_object"}""", """{"type":"object","additionalProperties":true}""")]
    [InlineData(
        """{"type":"json_schema","json_schema":{"name":"x","schema":{"type":"object","properties":{"a":{}}}}}""",
        """{"type":"object","properties":{"a":{}}}""")]
    public async Task JsonAnswer_IsTheArgumentsOfAToolThatNobodySees(string format, string schema)
    {
        Reply(
            """{"text":"Sure:"},{"toolUse":{"toolUseId":"t1","name":"answer_in_json","input":{"a":[1, "é"]}}}""",
            "tool_use");

        using var reply = await AskAsync($",\"response_format\":{format}");

        Assert.Contains(
            """
            "message":{"role":"assistant","content":"{\"a\":[1, \"é\"]}","refusal":null},
            "logprobs":null,"finish_reason":"stop"
            """.ReplaceLineEndings(""),
            await reply.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
        var tools = _gateway.LastAsked()["toolConfig"]!;
        Assert.Equal("""{"tool":{"name":"answer_in_json"}}""", tools["toolChoice"]!.ToJsonString());
        Assert.Equal(schema, tools["tools"]![0]!["toolSpec"]!["inputSchema"]!["json"]!.ToJsonString());
    }

    [Theory]
    [InlineData("us.anthropic.claude-sonnet-4-6", ""","tools":[{"type":"function","function":{"name":"add"}}]""")]
    [InlineData("openai.gpt-oss-120b-1:0", "")]
    public async Task JsonAnswer_IsAskedForInWordsWhereNoToolCanBeForced(string model, string extra)
    {
        Reply("""{"text":"{}"}""", "end_turn");

        using var reply = await _gateway.PostAsync(
            OpenAiGateway.Chat,
            $$$$$"""
            {"model":"{{{{{model}}}}}","messages":[{"role":"user","content":"Hi"}]{{{{{extra}}}}},"response_format":
            {"type":"json_schema","json_schema":{"name":"x","description":"A point.","schema":{"type":"object"}}}}
            """);

        Assert.Contains("\"content\":\"{}\"", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(
            """
            Answer with JSON alone, without any other text and without a code fence. A point.
            It must be valid against this JSON Schema:
            ```json
            {"type":"object"}
            ```
            """,
            _gateway.LastAsked()["system"]![0]!["text"]!.GetValue<string>());
        Assert.Null(_gateway.LastAsked()["toolConfig"]?["toolChoice"]);
    }

    [Fact]
    public async Task AnswerWithoutTheTool_IsTheTextThen()
    {
        Reply("""{"text":"I cannot."}""", "end_turn");

        using var reply = await AskAsync(",\"response_format\":{\"type\":\"json_object\"}");

        Assert.Contains(
            "\"content\":\"I cannot.\"", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"output":{"message":{"content":[{"toolUse":5}]}},"stopReason":"end_turn"}""")]
    public async Task ReplyThatIsNone_IsABadGateway(string upstream)
    {
        _gateway.Runtime.Reply = upstream;

        using var reply = await AskAsync();

        await reply.IsAsync(
            502,
            """
            {"error":{"message":"The model's reply could not be read.","type":"server_error","param":null,"code":null}}
            """);
    }

    [Theory]
    [InlineData(429, "ThrottlingException", "Slow.", "rate_limit_error", "\"rate_limit_exceeded\"")]
    [InlineData(400, "ValidationException", "No.", "invalid_request_error", "null")]
    [InlineData(
        400,
        "ValidationException",
        "Input is too long for requested model.",
        "invalid_request_error",
        "\"context_length_exceeded\"")]
    [InlineData(
        403,
        "AccessDeniedException",
        "You don't have access to the model with the specified model ID.",
        "permission_error",
        "\"model_not_found\"")]
    [InlineData(404, "ResourceNotFoundException", "Gone.", "not_found_error", "\"model_not_found\"")]
    [InlineData(424, "ModelErrorException", "Broke.", "server_error", "null")]
    [InlineData(503, "ServiceUnavailableException", "Later.", "server_error", "null")]
    public async Task BedrocksErrors_KeepTheirMeaning(
        int status, string type, string message, string openAi, string code)
    {
        _gateway.Gateway.Faults.Before("Converse", () => new BedrockFault((HttpStatusCode)status, type, message), 9);

        using var reply = await AskAsync();

        Assert.Equal(status is 429 or 503 ? "5" : null, reply.Headers.RetryAfter?.ToString());
        await reply.IsAsync(
            status,
            $$$"""
            {"error":{"message":"{{{message}}}","type":"{{{openAi}}}","param":null,"code":{{{code}}}}}
            """);
    }

    private void Reply(
        string content, string stopReason, string usage = """{"inputTokens":1,"outputTokens":1,"totalTokens":2}""") =>
        _gateway.Runtime.Reply =
            $$$"""
            {"output":{"message":{"role":"assistant","content":[{{{content}}}]}},
            "stopReason":"{{{stopReason}}}","usage":{{{usage}}}}
            """;

    private Task<HttpResponseMessage> AskAsync(string extra = "") =>
        _gateway.PostAsync(OpenAiGateway.Chat, Ask.Replace("EXTRA", extra, StringComparison.Ordinal));
}
