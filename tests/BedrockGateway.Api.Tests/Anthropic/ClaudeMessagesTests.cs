using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>POST /v1/messages for models that speak the dialect themselves.</summary>
public sealed class ClaudeMessagesTests : IAsyncLifetime
{
    private const string Hello =
        """{"model":"us.anthropic.claude-sonnet-4-6","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]}""";

    private AnthropicClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FakeBedrockWire Runtime => _client.Gateway.Runtime;

    public async ValueTask InitializeAsync() => _client = await AnthropicClient.StartAsync();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task Body_IsPassedOnByteForByte()
    {
        Runtime.Reply = """{ "id":"msg_1",  "content" : [], "usage":{"input_tokens":1,"output_tokens":2} }""";

        using var reply = await _client.SendAsync(
            """
            { "model": "us.anthropic.claude-sonnet-4-6", "max_tokens" : 1e1,
              "stream":false, "new":  {"a":1.00,"é":null},
              "messages":[ {"role":"user","content":"\u00e9 <b>"} ] }
            """);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("application/json", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal(Runtime.Reply, await reply.Content.ReadAsStringAsync(Token));
        Assert.Equal(
            """{"anthropic_version":"bedrock-2023-05-31","max_tokens" : 1e1,"new":  {"a":1.00,"é":null},"""
            + """
            "messages":[ {"role":"user","content":"\u00e9 <b>"} ]}
            """,
            _client.Asked);
        var call = Assert.Single(Runtime.Calls);
        Assert.Equal((AnthropicClient.Claude, BedrockOperation.InvokeModel), (call.ModelId, call.Operation));
        Assert.NotEmpty(reply.Headers.GetValues("request-id").Single());
    }

    [Theory]
    [InlineData("", 4096)]
    [InlineData(""","max_tokens":null""", 4096)]
    [InlineData(""","thinking":{"type":"enabled","budget_tokens":2000}""", 6096)]
    public async Task MissingMaxTokens_AreAdded(string rest, int expected)
    {
        Runtime.Reply = "{}";

        await _client.TextAsync($$"""{"model":"anthropic.claude-3-haiku-20240307-v1:0","messages":[]{{rest}}}""");

        Assert.Equal(expected, (int)JsonNode.Parse(_client.Asked)!["max_tokens"]!);
    }

    [Fact]
    public async Task Betas_OfHeaderAndBodyGoTogether()
    {
        Runtime.Reply = "{}";

        await _client.TextAsync(
            """{"model":"anthropic.claude-sonnet-4-6","max_tokens":1,"anthropic_beta":["b-1","c-1"]}""",
            headers: [("anthropic-beta", "a-1, b-1"), ("anthropic-version", "2023-06-01")]);

        Assert.Equal(
            """{"anthropic_version":"bedrock-2023-05-31","anthropic_beta":["a-1","b-1","c-1"],"max_tokens":1}""",
            _client.Asked);
    }

    [Fact]
    public async Task WhatTheModelDoesNotKnow_IsLeftOutAndNamed()
    {
        Runtime.Reply = "{}";
        string[] refusals =
        [
            "tools.0.custom.input_examples: Extra inputs are not permitted",
            "Malformed input request: #: extraneous key [speed] is not permitted, please reformat your input.",
            "invalid beta flag",
        ];
        foreach (var refusal in refusals)
        {
            _client.Gateway.Faults.Before(
                "InvokeModel", () => new BedrockFault(HttpStatusCode.BadRequest, "ValidationException", refusal));
        }

        using var reply = await _client.SendAsync(
            """
            {"model":"anthropic.claude-sonnet-4-6","max_tokens":1,"speed":"fast",
             "tools":[{"name":"a","input_examples":[]}]}
            """,
            headers: [("anthropic-beta", "a-1")]);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(
            """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"tools":[{"name":"a"}]}""", _client.Asked);
        Assert.Equal(
            ["anthropic-beta", "speed", "tools.0.custom.input_examples"],
            reply.Headers.GetValues("x-gateway-dropped").Single().Split(", ").Order());
    }

    [Fact]
    public async Task Refusal_ThatNothingHelpsAgainstIsTold()
    {
        _client.Gateway.Faults.Before(
            "InvokeModel",
            () => new BedrockFault(
                HttpStatusCode.BadRequest, "ValidationException", "x.y: Extra inputs are not permitted"),
            times: 9);

        using var reply = await _client.SendAsync(Hello);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(
            AnthropicClient.Error("invalid_request_error", "x.y: Extra inputs are not permitted", reply),
            await reply.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("""{"type":"image","source":{"type":"url","url":"http://169.254.169.254/"}}""", "0.source", true)]
    [InlineData("""{"type":"document","source":{"type":"file","file_id":"file_1"}}""", "0.source", false)]
    [InlineData(
        """{"type":"tool_result","content":[{"type":"image","source":{"type":"url","url":"https://x"}}]}""",
        "0.content.0.source",
        true)]
    [InlineData(
        """{"type":"document","source":{"type":"content","content":[{"type":"image","source":{"type":"url"}}]}}""",
        "0.source.content.0.source",
        true)]
    public async Task SourceElsewhere_IsRefused(string block, string place, bool isUrl)
    {
        var why = isUrl
            ? "This gateway fetches nothing from URLs. Send the data itself, as base64."
            : "Bedrock has no files of Anthropic's Files API. Send the data itself, as base64.";

        await _client.RefusesAsync(
            $$"""{"model":"anthropic.claude-sonnet-4-6","messages":[{"role":"user","content":[{{block}}]}]}""",
            $"messages.0.content.{place}: {why}");
    }

    [Fact]
    public async Task ToolInputThatLooksLikeASource_IsNone()
    {
        Runtime.Reply = "{}";

        using var reply = await _client.SendAsync(
            """
            {"model":"anthropic.claude-sonnet-4-6","messages":[{"role":"assistant","content":[
              {"type":"tool_use","id":"t","name":"n","input":{"type":"image","source":{"type":"url"}}}]}]}
            """);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task Guardrail_IsSentInHeaders()
    {
        Runtime.Reply = "{}";

        await _client.TextAsync(Hello, headers: [("X-Bedrock-Guardrail", "gr1:3")]);

        Assert.Equal(
            [new("X-Amzn-Bedrock-GuardrailIdentifier", "gr1"), new("X-Amzn-Bedrock-GuardrailVersion", "3")],
            Assert.Single(Runtime.Calls).Headers);
    }

    [Theory]
    [InlineData("claude-sonnet-4-5-20250929", "anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("claude-sonnet-4-5", "anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("claude-opus-4-6-20260115", "anthropic.claude-opus-4-6-v1")]
    [InlineData("claude-3-5-haiku-latest", "anthropic.claude-3-5-haiku-20241022-v1:0")]
    [InlineData("claude-mine", "anthropic.claude-3-5-haiku-20241022-v1:0")]
    public async Task AnthropicsOwnName_IsFoundOnBedrock(string name, string modelId)
    {
        await using var client = await AnthropicClient.StartAsync(
            """--MODEL_ALIASES={"claude-mine":"anthropic.claude-3-5-haiku-20241022-v1:0"}""");
        client.Gateway.Runtime.Reply = "{}";
        client.Gateway.Bedrock.Models =
        [
            new() { ModelId = "anthropic.claude-sonnet-4-5-20250929-v1:0" },
            new() { ModelId = "anthropic.claude-3-5-haiku-20241022-v1:0" },
            new() { ModelId = "anthropic.claude-3-5-haiku-20241022-v1:0:200k" },
            new() { ModelId = "anthropic.claude-opus-4-6-v1" },
        ];

        await client.TextAsync($$"""{"model":"{{name}}","messages":[]}""");

        Assert.Equal(modelId, Assert.Single(client.Gateway.Runtime.Calls).ModelId);
    }
}
