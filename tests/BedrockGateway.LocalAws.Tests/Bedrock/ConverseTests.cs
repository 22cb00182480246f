using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Whole replies of Converse. <c>#12</c> stands for that much of the body's digest.</summary>
public sealed class ConverseTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    internal const string Claude = "us.anthropic.claude-sonnet-4-6";

    internal const string Weather =
        """
        "toolConfig":{"tools":[
          {"toolSpec":{"name":"get_weather","inputSchema":{"json":{"type":"object",
            "properties":{"unit":{"enum":["celsius","fahrenheit"]},"city":{"type":"string"}},"required":["city"]}}}},
          {"toolSpec":{"name":"get_time","inputSchema":{"json":{"type":"object","properties":{"zone":{"type":"integer"}}}}}}]
        """;

    [Fact]
    public async Task Text_IsAnsweredWithUsageAndLatency()
    {
        var reply = await ConverseAsync(
            "amazon.nova-lite-v1:0", """{"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""", out var digest);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (reply.Status, reply.ContentType));
        Assert.Matches("^[0-9]+$", reply.Body["metrics"]!["latencyMs"]!.ToJsonString());
        reply.Body.Remove("metrics");
        AssertJson.Equal(
            $$$"""
            {"output":{"message":{"role":"assistant","content":[{"text":"Nova Lite heard \"Hi\" in request {{{digest}}}."}]}},
             "stopReason":"end_turn",
             "usage":{"inputTokens":1,"outputTokens":14,"totalTokens":15,"cacheReadInputTokens":0,"cacheWriteInputTokens":0}}
            """,
            reply.Body);
    }

    [Theory]
    [InlineData("mistral.mistral-7b-instruct-v0:2", "Mistral 7B Instruct")]
    [InlineData("amazon.titan-text-express-v1", "Titan Text G1 - Express")]
    [InlineData("cohere.command-r-v1:0", "Command R")]
    [InlineData("us.deepseek.r1-v1:0", "DeepSeek-R1")]
    [InlineData("us.meta.llama3-3-70b-instruct-v1:0", "Llama 3.3 70B Instruct")]
    [InlineData("ai21.j2-mid-v1", "Jurassic-2 Mid")]
    [InlineData("openai.gpt-oss-20b-1:0", "gpt-oss-20b")]
    public async Task EveryTextModel_Converses_AndTellsNoCacheItHasNot(string modelId, string name)
    {
        var reply = await ConverseAsync(
            modelId, """{"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""", out var digest);

        Assert.Equal($"{name} heard \"Hi\" in request {digest}.", TextOf(reply));
        Assert.Equal(
            ["inputTokens", "outputTokens", "totalTokens"],
            reply.Body["usage"]!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("How warm is it?", ""","toolChoice":{"any":{}}}""", "get_weather")]
    [InlineData("Use get_time.", ""","toolChoice":{"any":{}}}""", "get_time")]
    [InlineData("How warm is it?", ""","toolChoice":{"tool":{"name":"get_time"}}}""", "get_time")]
    [InlineData("Call get_time, then get_weather.", "}", "get_time,get_weather")]
    [InlineData("Call get_time 3 times.", "}", "get_time,get_time,get_time")]
    [InlineData("What of get_times and my_get_weather?", "}", "")]
    public async Task Tools_AreCalledWhenForcedOrNamed(string text, string choice, string expected)
    {
        var reply = await ConverseAsync(
            Claude, $$"""{"messages":[{"role":"user","content":[{"text":"{{text}}"}]}],""" + Weather + choice + "}", out _);

        var uses = reply.Body["output"]!["message"]!["content"]!.AsArray()
            .Select(block => block!["toolUse"]).OfType<object>().Count();
        Assert.Equal(expected, string.Join(',', ToolNames(reply)));
        Assert.Equal(uses == 0 ? "end_turn" : "tool_use", (string?)reply.Body["stopReason"]);
    }

    [Fact]
    public async Task Call_HasArgumentsByTheToolsSchema_RequiredFirst()
    {
        var reply = await ConverseAsync(
            Claude,
            """{"messages":[{"role":"user","content":[{"text":"get_weather"}]}],""" + Weather + "}}",
            out _);

        var use = reply.Body["output"]!["message"]!["content"]![0]!["toolUse"]!;
        Assert.Matches("^tooluse_[0-9a-f]{24}$", (string?)use["toolUseId"]);
        Assert.Equal("""{"city":"city","unit":"celsius"}""", use["input"]!.ToJsonString());
        Assert.Equal(22, (int?)reply.Body["usage"]!["outputTokens"]);
    }

    [Theory]
    [InlineData("", "end_turn", "Tools answered \"21 degrees\".")]
    [InlineData(""","toolChoice":{"any":{}}""", "tool_use", "")]
    public async Task Results_AreQuoted_UnlessAnotherCallIsForced(string choice, string stopReason, string ending)
    {
        const string Messages =
            """
            {"messages":[{"role":"user","content":[{"text":"Ask get_weather."}]},
              {"role":"assistant","content":[{"toolUse":{"toolUseId":"t1","name":"get_weather","input":{}}}]},
              {"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"text":"21 degrees"}]}}]}],
            """;
        var reply = await ConverseAsync(Claude, Messages + Weather + choice + "}}", out _);

        Assert.Equal(stopReason, (string?)reply.Body["stopReason"]);
        Assert.EndsWith(
            ending,
            TextOf(reply) ?? string.Empty,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_AreCountedAndMeasured()
    {
        var images = string.Concat(
            new[] { Pixels.Png, Pixels.Gif, Pixels.Jpeg, Pixels.WebP }
                .Select(image => $$$""",{"image":{"format":"png","source":{"bytes":"{{{image}}}"} } }"""));
        var reply = await ConverseAsync(
            Claude, $$"""{"messages":[{"role":"user","content":[{"text":"Look"}{{images}} ]}]}""", out var digest);

        Assert.Equal(
            $"Claude Sonnet 4.6 heard \"Look\" in request {digest}. It saw 4 images: 640x480, 3x2, 16x8, 100x50.",
            TextOf(reply));
        Assert.Equal(1 + 409 + 1 + 1 + 6, (int?)reply.Body["usage"]!["inputTokens"]);
    }

    [Theory]
    [InlineData("""{"thinking":{"type":"enabled","budget_tokens":1024}}""")]
    [InlineData("""{"reasoning_config":{"type":"enabled","budget_tokens":1024}}""")]
    [InlineData("""{"reasoning_config":"low"}""")]
    [InlineData("""{"reasoning_effort":"high"}""")]
    [InlineData("""{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"low"}}""")]
    public async Task Reasoning_ComesBeforeTheText_AndIsSigned(string fields)
    {
        var reply = await ConverseAsync(
            Claude,
            """{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"additionalModelRequestFields":""" + fields + "}",
            out var digest);

        var content = reply.Body["output"]!["message"]!["content"]!.AsArray();
        Assert.Equal(2, content.Count);
        var thought = content[0]!["reasoningContent"]!["reasoningText"]!;
        Assert.Equal("Claude Sonnet 4.6 thinks about \"Hi\".", (string?)thought["text"]);
        Assert.Equal(44, ((string)thought["signature"]!).Length);
        Assert.Equal($"Claude Sonnet 4.6 heard \"Hi\" in request {digest}.", (string?)content[1]!["text"]);
    }

    [Fact]
    public async Task Schema_IsFollowed_WhereverItIs()
    {
        const string Schema = """{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]}""";
        const string Hi = """{"messages":[{"role":"user","content":[{"text":"Hi"}]}],""";
        var quoted = JsonValue.Create(Schema).ToJsonString();
        var fenced = JsonValue.Create($"Answer by ```json\n{Schema}\n```").ToJsonString();

        var byFormat = await ConverseAsync(
            Claude,
            Hi + """ "outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"schema":"""
                + quoted + "}}}}}",
            out _);
        var bySystem = await ConverseAsync(Claude, Hi + $$""" "system":[{"text":{{fenced}}}]}""", out _);

        Assert.Equal(("""{"n":1}""", """{"n":1}"""), (TextOf(byFormat), TextOf(bySystem)));
    }

    [Theory]
    [InlineData(""" "maxTokens":3""", "Claude Sonn", "max_tokens", null)]
    [InlineData(""" "maxTokens":99,"stopSequences":[" heard"]""", "Claude Sonnet 4.6", "stop_sequence", " heard")]
    public async Task Limits_EndTheReply_AndPathsReadTheModelsOwn(
        string inference, string text, string stopReason, string? sequence)
    {
        var reply = await ConverseAsync(
            Claude,
            """{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"inferenceConfig":{""" + inference
                + """},"additionalModelResponseFieldPaths":["/stop_sequence","/usage/input_tokens"]}""",
            out _);

        Assert.Equal((text, stopReason), (TextOf(reply), (string?)reply.Body["stopReason"]));
        AssertJson.Equal(
            $$$"""{"stop_sequence":{{{(sequence is null ? "null" : $"\"{sequence}\"")}}},"usage":{"input_tokens":1}}""",
            reply.Body["additionalModelResponseFields"]);
    }

    [Fact]
    public async Task PerformanceAndTier_AreRepeated()
    {
        var reply = await ConverseAsync(
            Claude,
            """{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"performanceConfig":{"latency":"optimized"},"""
            + """ "serviceTier":{"type":"flex"},"requestMetadata":{"user":"u1"},"unknown":{}}""",
            out _);

        Assert.Equal(
            ("optimized", "flex"),
            ((string?)reply.Body["performanceConfig"]!["latency"], (string?)reply.Body["serviceTier"]!["type"]));
    }

    private Task<BedrockReply> ConverseAsync(string modelId, string body, out string digest)
    {
        digest = BedrockWire.Digest(body)[..12];
        return BedrockWire.PostAsync(fixture.Aws, $"/model/{Uri.EscapeDataString(modelId)}/converse", body);
    }

    private static string? TextOf(BedrockReply reply) =>
        (string?)reply.Body["output"]!["message"]!["content"]![0]!["text"];

    private static IEnumerable<string> ToolNames(BedrockReply reply) =>
        reply.Body["output"]!["message"]!["content"]!.AsArray()
            .Where(block => block!["toolUse"] is not null).Select(block => (string)block!["toolUse"]!["name"]!);
}
