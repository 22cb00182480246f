using System.Globalization;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>InvokeModelWithResponseStream: chunks of every family, which add up to what InvokeModel answers.</summary>
public sealed class InvokeStreamTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Metrics = "amazon-bedrock-invocationMetrics";

    // Model, body, path of the text in the whole reply and in a chunk, and of the reason to stop in both.
    public static TheoryData<string, string, string, string, string, string> Families => new()
    {
        {
            "us.anthropic.claude-sonnet-4-6",
            """{"anthropic_version":"bedrock-2023-05-31","max_tokens":99,"messages":[{"role":"user","content":"Hé 👋"}]}""",
            "content/0/text", "delta/text", "stop_reason", "delta/stop_reason"
        },
        {
            "anthropic.claude-v2:1",
            """{"prompt":"\n\nHuman: Hé 👋\n\nAssistant:","max_tokens_to_sample":99}""",
            "completion", "completion", "stop_reason", "stop_reason"
        },
        {
            "amazon.titan-text-express-v1",
            """{"inputText":"Hé 👋"}""",
            "results/0/outputText", "outputText", "results/0/completionReason", "completionReason"
        },
        {
            "amazon.nova-lite-v1:0",
            """{"messages":[{"role":"user","content":[{"text":"Hé 👋"}]}]}""",
            "output/message/content/0/text", "contentBlockDelta/delta/text", "stopReason", "messageStop/stopReason"
        },
        {
            "meta.llama3-8b-instruct-v1:0",
            """{"prompt":"Hé 👋"}""",
            "generation", "generation", "stop_reason", "stop_reason"
        },
        {
            "mistral.mistral-7b-instruct-v0:2",
            """{"prompt":"<s>[INST] Hé 👋 [/INST]","max_tokens":7}""",
            "outputs/0/text", "outputs/0/text", "outputs/0/stop_reason", "outputs/0/stop_reason"
        },
        {
            "mistral.mistral-large-2407-v1:0",
            """{"messages":[{"role":"user","content":"Hé 👋"}]}""",
            "choices/0/message/content", "choices/0/message/content", "choices/0/stop_reason", "choices/0/stop_reason"
        },
        {
            "qwen.qwen3-32b-v1:0",
            """{"messages":[{"role":"user","content":"Hé 👋"}],"n":2}""",
            "choices/1/message/content", "choices/1/delta/content", "choices/1/finish_reason", "choices/1/finish_reason"
        },
        {
            "ai21.jamba-1-5-mini-v1:0",
            """{"messages":[{"role":"user","content":"Hé 👋"}]}""",
            "choices/0/message/content", "choices/0/delta/content", "choices/0/finish_reason", "choices/0/finish_reason"
        },
        {
            "us.writer.palmyra-x4-v1:0",
            """{"messages":[{"role":"user","content":"Hé 👋"}]}""",
            "choices/0/message/content", "choices/0/delta/content", "choices/0/finish_reason", "choices/0/finish_reason"
        },
        {
            "us.deepseek.r1-v1:0",
            """{"prompt":"Hé 👋"}""",
            "choices/0/text", "choices/0/text", "choices/0/stop_reason", "choices/0/stop_reason"
        },
        {
            "cohere.command-text-v14",
            """{"prompt":"Hé 👋","stream":true}""",
            "generations/0/text", "text", "generations/0/finish_reason", "finish_reason"
        },
        {
            "cohere.command-r-v1:0",
            """{"message":"Hé 👋"}""",
            "text", "text", "finish_reason", "finish_reason"
        },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Chunks_AddUpToTheWholeReply(
        string modelId, string body, string wholePath, string chunkPath, string wholeStop, string chunkStop)
    {
        var whole = await BedrockWire.InvokeAsync(fixture.Aws, modelId, body);
        var chunks = await BedrockStream.ReadChunksAsync(fixture.Aws, modelId, body);

        Assert.Equal(At(whole.Body, wholePath), string.Concat(chunks.Select(chunk => At(chunk, chunkPath))));
        Assert.Equal(
            [At(whole.Body, wholeStop)], chunks.Select(chunk => At(chunk, chunkStop)).OfType<string>());
        Assert.All(chunks.SkipLast(1), chunk => Assert.False(chunk.ContainsKey(Metrics)));
        var metrics = chunks[^1][Metrics]!.AsObject();
        Assert.Equal(
            ["inputTokenCount", "outputTokenCount", "invocationLatency", "firstByteLatency"],
            metrics.Select(metric => metric.Key));
        Assert.Equal(
            (whole.Headers["X-Amzn-Bedrock-Input-Token-Count"], whole.Headers["X-Amzn-Bedrock-Output-Token-Count"]),
            (metrics["inputTokenCount"]!.ToJsonString(), metrics["outputTokenCount"]!.ToJsonString()));
    }

    [Fact]
    public async Task Response_NamesTheTypesOfStreamAndModel()
    {
        await using var stream = await BedrockStream.OpenAsync(
            fixture.Aws, "meta.llama3-8b-instruct-v1:0", "invoke-with-response-stream", """{"prompt":"Hi"}""");

        Assert.Equal(
            "application/json", Assert.Single(stream.Response.Headers.GetValues("X-Amzn-Bedrock-Content-Type")));
        var first = await stream.NextAsync();
        Assert.Equal(("event", "chunk"), (first!.MessageType, first.Type));
        Assert.Equal(["bytes", "p"], first.Body.Select(member => member.Key));
    }

    [Fact]
    public async Task Claude_SendsAnthropicsEvents()
    {
        const string Body =
            """
            {"anthropic_version":"bedrock-2023-05-31","max_tokens":2000,"thinking":{"type":"enabled","budget_tokens":1024},
             "tools":[{"name":"f","input_schema":{"type":"object","properties":{"a":{"type":"boolean"}}}}],
             "messages":[{"role":"user","content":"Call f"}]}
            """;
        var chunks = await BedrockStream.ReadChunksAsync(fixture.Aws, ConverseTests.Claude, Body);
        var digest = BedrockWire.Digest(Body);

        AssertJson.Equal(
            $$$"""
            {"type":"message_start","message":{"model":"claude-sonnet-4-6","id":"msg_bdrk_{{{digest[..24]}}}","type":"message",
             "role":"assistant","content":[],"stop_reason":null,"stop_sequence":null,
             "usage":{"input_tokens":36,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":0} } }
            """,
            chunks[0]);
        Assert.Equal(
            """{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}""",
            chunks[1].ToJsonString());
        Assert.Equal(
            """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Claude"}}""",
            chunks[2].ToJsonString());
        Assert.Equal("signature_delta", At(chunks.Last(chunk => At(chunk, "delta/signature") is not null), "delta/type"));
        var start = chunks.Single(chunk => At(chunk, "content_block/type") == "tool_use");
        Assert.Matches("^toolu_bdrk_[0-9a-f]{24}$", At(start, "content_block/id"));
        Assert.Equal("f", At(start, "content_block/name"));
        Assert.Equal("""{"a":true}""", string.Concat(chunks.Select(chunk => At(chunk, "delta/partial_json"))));
        Assert.Equal(
            ["content_block_stop", "message_delta", "message_stop"],
            chunks.TakeLast(3).Select(chunk => At(chunk, "type")));
        AssertJson.Equal("""{"stop_reason":"tool_use","stop_sequence":null}""", chunks[^2]["delta"]);
    }

    [Fact]
    public async Task OpenAisCalls_AreIndexedDeltas()
    {
        const string Body =
            """
            {"messages":[{"role":"user","content":"Call f and g"}],"reasoning_effort":"low","tools":[
              {"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{}}}},
              {"type":"function","function":{"name":"g","parameters":{"type":"object","properties":{}}}}]}
            """;
        var chunks = await BedrockStream.ReadChunksAsync(fixture.Aws, "qwen.qwen3-32b-v1:0", Body);

        var calls = chunks.Select(chunk => chunk["choices"]![0]!["delta"]!["tool_calls"]?[0]).OfType<JsonNode>().ToArray();
        Assert.Equal(
            "0 f,0 {}, 1 g,1 {}".Replace(", ", ",", StringComparison.Ordinal),
            string.Join(',', calls.Select(call =>
                $"{call["index"]} {call["function"]!["name"]}{call["function"]!["arguments"]}")));
        Assert.StartsWith(
            "Qwen3 32B (dense) thinks",
            string.Concat(chunks.Select(chunk => At(chunk, "choices/0/delta/reasoning_content"))),
            StringComparison.Ordinal);
        Assert.Equal("tool_calls", At(chunks[^1], "choices/0/finish_reason"));
        Assert.NotNull(chunks[^1]["usage"]);
    }

    [Fact]
    public async Task GptOss_WritesItsThoughtsIntoItsText()
    {
        const string Body = """{"messages":[{"role":"user","content":"Hi"}],"reasoning_effort":"low"}""";
        var chunks = await BedrockStream.ReadChunksAsync(fixture.Aws, "openai.gpt-oss-20b-1:0", Body);
        var whole = await BedrockWire.InvokeAsync(fixture.Aws, "openai.gpt-oss-20b-1:0", Body);

        var text = string.Concat(chunks.Select(chunk => At(chunk, "choices/0/delta/content")));
        Assert.StartsWith(
            "<reasoning>gpt-oss-20b thinks about \"Hi\".</reasoning>gpt-oss-20b heard", text, StringComparison.Ordinal);
        Assert.Equal(At(whole.Body, "choices/0/message/content"), text);
    }

    [Fact]
    public async Task CommandR_TellsItsCallsAndEndsWithTheWholeReply()
    {
        const string Body =
            """
            {"message":"Call f","tools":[{"name":"f","description":"d",
             "parameter_definitions":{"n":{"type":"int","required":true},"s":{"type":"str"}}}]}
            """;
        var chunks = await BedrockStream.ReadChunksAsync(fixture.Aws, "cohere.command-r-v1:0", Body);
        var whole = await BedrockWire.InvokeAsync(fixture.Aws, "cohere.command-r-v1:0", Body);

        Assert.Equal(
            ["stream-start", "tool-calls-generation", "stream-end"], chunks.Select(chunk => At(chunk, "event_type")));
        AssertJson.Equal("""[{"name":"f","parameters":{"n":1,"s":"s"}}]""", chunks[1]["tool_calls"]);
        AssertJson.Equal(whole.Text, chunks[2]["response"]);
    }

    [Theory]
    [InlineData("ai21.j2-mid-v1", """{"prompt":"Hi"}""")]
    [InlineData("amazon.titan-embed-text-v2:0", """{"inputText":"Hi"}""")]
    public async Task ModelThatDoesNotStream_IsRefused(string modelId, string body)
    {
        var reply = await BedrockWire.PostAsync(
            fixture.Aws, $"/model/{Uri.EscapeDataString(modelId)}/invoke-with-response-stream", body);

        Assert.Equal(BedrockReply.Invalid("The model is unsupported for streaming."), reply.Fault);
    }

    private static string? At(JsonNode body, string path) => path.Split('/').Aggregate(
        (JsonNode?)body,
        (node, name) => node switch
        {
            JsonArray items when int.Parse(name, CultureInfo.InvariantCulture) is var index && index < items.Count =>
                items[index],
            JsonObject members => members[name],
            _ => null,
        })?.ToString();
}
