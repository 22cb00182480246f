namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>ConverseStream: its events, their order, and that they add up to what Converse answers.</summary>
public sealed class ConverseStreamTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Hi = """{"messages":[{"role":"user","content":[{"text":"Hi"}]}]""";

    [Fact]
    public async Task Text_HasNoBlockStart()
    {
        const string Body = Hi + ""","inferenceConfig":{"maxTokens":4},"serviceTier":{"type":"flex"}}""";
        var events = await StreamAsync(ConverseTests.Claude, Body);

        Assert.Equal(
            [
                """messageStart {"role":"assistant"}""",
                """contentBlockDelta {"contentBlockIndex":0,"delta":{"text":"Claude"}}""",
                """contentBlockDelta {"contentBlockIndex":0,"delta":{"text":" Sonnet"}}""",
                """contentBlockStop {"contentBlockIndex":0}""",
                """messageStop {"stopReason":"max_tokens"}""",
                """metadata {"usage":{"inputTokens":1,"outputTokens":4,"totalTokens":5,"cacheReadInputTokens":0,"""
                    + "\"cacheWriteInputTokens\":0},\"serviceTier\":{\"type\":\"flex\"}}",
            ],
            events.Select(WithoutLatency));
    }

    [Fact]
    public async Task ThoughtAndParallelCalls_ComeBlockByBlock()
    {
        const string Body =
            """
            {"messages":[{"role":"user","content":[{"text":"get_time twice: get_weather, too"}]}],
             "additionalModelRequestFields":{"reasoning_effort":"low"},
            """
            + ConverseTests.Weather + "}}";
        var events = await StreamAsync(ConverseTests.Claude, Body);

        Assert.Equal(
            "messageStart,contentBlockDelta0*,contentBlockStop0,contentBlockStart1,contentBlockDelta1*,contentBlockStop1,"
            + "contentBlockStart2,contentBlockDelta2*,contentBlockStop2,messageStop,metadata",
            Shape(events));
        Assert.Equal(
            """{"zone":1} {"city":"city","unit":"celsius"}""",
            $"{Inputs(events, 1)} {Inputs(events, 2)}");
        Assert.Equal(
            "get_time,get_weather",
            string.Join(',', events.Where(e => e.Type == "contentBlockStart")
                .Select(e => (string?)e.Body["start"]!["toolUse"]!["name"])));
        var signed = events.Last(e => e.Body["contentBlockIndex"]?.GetValue<int>() == 0 && e.Type == "contentBlockDelta");
        Assert.NotNull(signed.Body["delta"]!["reasoningContent"]!["signature"]);
        Assert.Equal("tool_use", (string?)events[^2].Body["stopReason"]);
    }

    [Theory]
    [InlineData("us.anthropic.claude-opus-4-6-v1")]
    [InlineData("us.amazon.nova-2-lite-v1:0")]
    [InlineData("anthropic.claude-v2:1")]
    [InlineData("amazon.titan-text-lite-v1")]
    [InlineData("us.meta.llama4-scout-17b-instruct-v1:0")]
    [InlineData("mistral.mistral-7b-instruct-v0:2")]
    [InlineData("mistral.mistral-large-2407-v1:0")]
    [InlineData("cohere.command-text-v14")]
    [InlineData("cohere.command-r-plus-v1:0")]
    [InlineData("ai21.jamba-1-5-mini-v1:0")]
    [InlineData("us.deepseek.r1-v1:0")]
    [InlineData("qwen.qwen3-32b-v1:0")]
    [InlineData("us.writer.palmyra-x5-v1:0")]
    public async Task Deltas_AddUpToTheWholeReply(string modelId)
    {
        const string Body = """{"messages":[{"role":"user","content":[{"text":"Grüße 👋 an alle"}]}]}""";
        var events = await StreamAsync(modelId, Body);
        var whole = await BedrockWire.PostAsync(
            fixture.Aws, $"/model/{Uri.EscapeDataString(modelId)}/converse", Body);

        Assert.Equal(
            (string?)whole.Body["output"]!["message"]!["content"]![0]!["text"],
            string.Concat(events.Select(e => (string?)e.Body["delta"]?["text"])));
        AssertJson.Equal(whole.Body["usage"]!.ToJsonString(), events[^1].Body["usage"]);
        Assert.Equal((string?)whole.Body["stopReason"], (string?)events[^2].Body["stopReason"]);
    }

    [Fact]
    public async Task ModelThatDoesNotStream_IsRefusedBeforeTheStream()
    {
        var reply = await BedrockWire.PostAsync(fixture.Aws, "/model/ai21.j2-mid-v1/converse-stream", Hi + "}");

        Assert.Equal(BedrockReply.Invalid("The model is unsupported for streaming."), reply.Fault);
    }

    private Task<IReadOnlyList<WireEvent>> StreamAsync(string modelId, string body) =>
        BedrockStream.ReadAllAsync(fixture.Aws, modelId, "converse-stream", body);

    private static string WithoutLatency(WireEvent one)
    {
        if (one.Type == "metadata")
        {
            Assert.Matches("""^\{"latencyMs":[0-9]+\}$""", one.Body["metrics"]!.ToJsonString());
            one.Body.Remove("metrics");
        }

        return one.Text;
    }

    // Events by name and block, a run of deltas as one.
    private static string Shape(IEnumerable<WireEvent> events)
    {
        List<string> names = [];
        foreach (var name in events.Select(e => $"{e.Type}{e.Body["contentBlockIndex"]?.ToJsonString()}"))
        {
            if (!name.StartsWith("contentBlockDelta", StringComparison.Ordinal))
            {
                names.Add(name);
            }
            else if (names[^1] != name + "*")
            {
                names.Add(name + "*");
            }
        }

        return string.Join(',', names);
    }

    private static string Inputs(IEnumerable<WireEvent> events, int index) => string.Concat(events
        .Where(e => e.Type == "contentBlockDelta" && e.Body["contentBlockIndex"]!.GetValue<int>() == index)
        .Select(e => (string?)e.Body["delta"]!["toolUse"]!["input"]));
}
