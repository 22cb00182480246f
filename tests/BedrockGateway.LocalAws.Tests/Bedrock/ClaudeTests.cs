using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Claude by InvokeModel: tools, images and caching, and what Anthropic refuses.</summary>
public sealed class ClaudeTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Head = """{"anthropic_version":"bedrock-2023-05-31","max_tokens":2000,""";

    private const string Hi = """
        "messages":[{"role":"user","content":"Hi"}]
        """;

    private const string Tool = """
        "tools":[{"name":"f","input_schema":{"type":"object","properties":{"a":{"type":"string"}}}}],
        """;

    private const string Use =
        """{"role":"user","content":"Hi"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"f","input":{}}]},""";

    [Fact]
    public async Task ForcedTool_IsCalled()
    {
        var reply = await InvokeAsync(Tool + """ "tool_choice":{"type":"tool","name":"f"},""" + Hi);

        var block = reply.Body["content"]![0]!.AsObject();
        Assert.Matches("^toolu_bdrk_[0-9a-f]{24}$", (string?)block["id"]);
        block.Remove("id");
        AssertJson.Equal("""[{"type":"tool_use","name":"f","input":{"a":"a"}}]""", reply.Body["content"]);
        Assert.Equal("tool_use", (string?)reply.Body["stop_reason"]);
    }

    [Fact]
    public async Task ResultsAndImagesInThem_AreSeen()
    {
        var body = Tool + """ "messages":[""" + Use
            + """{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"One"},"""
            + """{"type":"image","source":{"type":"base64","media_type":"image/webp","data":"PIXELS"}}]}]}]"""
                .Replace("PIXELS", Pixels.LosslessWebP, StringComparison.Ordinal);
        var reply = await InvokeAsync(body);

        Assert.EndsWith(
            " Tools answered \"One\". It saw 1 image: 4x5.",
            (string?)reply.Body["content"]![0]!["text"],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Hi + ""","thinking":{"type":"enabled"}""", "thinking.enabled.budget_tokens: Field required")]
    [InlineData(Hi + ""","thinking":{"type":"enabled","budget_tokens":1023}""",
        "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024")]
    [InlineData(Hi + ""","thinking":{"type":"enabled","budget_tokens":2000}""",
        "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our documentation at "
        + "https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-context-window-size")]
    [InlineData(Tool + """ "tool_choice":{"type":"any"},"thinking":{"type":"enabled","budget_tokens":1024},""" + Hi,
        "Thinking may not be enabled when tool_choice forces tool use.")]
    [InlineData(Tool + """ "tool_choice":{"type":"tool","name":"g"},""" + Hi, "Tool 'g' not found in provided tools")]
    [InlineData(""" "tool_choice":{"type":"any"},""" + Hi, "tool_choice may only be specified while providing tools.")]
    [InlineData(""" "messages":[{"role":"assistant","content":"Hi"}]""",
        "messages: first message must use the \"user\" role")]
    [InlineData(""" "messages":[{"role":"system","content":"Hi"}]""",
        "messages.0.role: Input should be 'user' or 'assistant'")]
    [InlineData(""" "messages":[""" + Use + """{"role":"user","content":"Well?"}]""",
        "Requests which include `tool_use` or `tool_result` blocks must define tools")]
    [InlineData(Tool + """ "messages":[""" + Use + """{"role":"user","content":"Well?"}]""",
        "messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: t1. Each `tool_use` block "
        + "must have a corresponding `tool_result` block in the next message.")]
    [InlineData(Tool + """ "messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t2"}]}]""",
        "messages.0.content: unexpected `tool_use_id` found in `tool_result` blocks: t2. Each `tool_result` block must "
        + "have a corresponding `tool_use` block in the previous message.")]
    [InlineData(""" "messages":[{"role":"user","content":[{"type":"image","source":{"type":"url","url":"https://a.example/"}}]}]""",
        "Image source type 'url' is not supported; use 'base64'.")]
    public async Task WhatAnthropicRefuses_IsRefused(string rest, string message)
    {
        var reply = await InvokeAsync(rest);

        Assert.Equal(BedrockReply.Invalid(message), reply.Fault);
    }

    [Fact]
    public async Task MoreTokensThanTheModelWrites_AreRefused()
    {
        var reply = await BedrockWire.InvokeAsync(
            fixture.Aws,
            "us.anthropic.claude-3-5-sonnet-20241022-v2:0",
            """{"anthropic_version":"bedrock-2023-05-31","max_tokens":8193,""" + Hi + "}");

        Assert.Equal(
            BedrockReply.Invalid(
                "max_tokens: 8193 > 8192, which is the maximum allowed number of output tokens for "
                + "claude-3-5-sonnet-20241022-v2:0"),
            reply.Fault);
    }

    [Fact]
    public async Task MarkedPrefix_IsWrittenToTheCacheAndReadFromIt()
    {
        await using var aws = await LocalAws.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        const string Body =
            """
            {"anthropic_version":"bedrock-2023-05-31","max_tokens":99,
             "system":[{"type":"text","text":"Be kind","cache_control":{"type":"ephemeral"}}],
             "messages":[{"role":"user","content":"Hello, world!"}]}
            """;
        var first = await BedrockWire.InvokeAsync(aws, ConverseTests.Claude, Body);
        var second = await BedrockWire.InvokeAsync(aws, ConverseTests.Claude, Body);
        var chunks = await BedrockStream.ReadChunksAsync(aws, ConverseTests.Claude, Body);

        Assert.Equal("6 2 0", Usage(first.Body["usage"]!));
        Assert.Equal("6 0 2", Usage(second.Body["usage"]!));
        Assert.Equal(
            ("6", "2", "0"),
            (second.Headers["X-Amzn-Bedrock-Input-Token-Count"],
                second.Headers["X-Amzn-Bedrock-Cache-Read-Input-Token-Count"],
                second.Headers["X-Amzn-Bedrock-Cache-Write-Input-Token-Count"]));
        Assert.Equal("6 0 2", Usage(chunks[0]["message"]!["usage"]!));
        Assert.Equal("6 0 2", Usage(chunks[^2]["usage"]!));
        Assert.Equal(2, (int?)chunks[^1]["amazon-bedrock-invocationMetrics"]!["cacheReadInputTokenCount"]);
    }

    private static string Usage(JsonNode usage) =>
        $"{usage["input_tokens"]} {usage["cache_creation_input_tokens"]} {usage["cache_read_input_tokens"]}";

    private Task<BedrockReply> InvokeAsync(string rest) =>
        BedrockWire.InvokeAsync(fixture.Aws, ConverseTests.Claude, Head + rest + "}");
}
