using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>What POST /v1/messages asks of models that are no Claude.</summary>
public sealed class ConverseMessagesTests : IAsyncLifetime
{
    private const string Answer =
        """
        {"output":{"message":{"role":"assistant","content":[{"text":"Hello"}]}},"stopReason":"end_turn",
         "usage":{"inputTokens":11,"outputTokens":2}}
        """;

    private AnthropicClient _client = null!;

    private FakeBedrockWire Runtime => _client.Gateway.Runtime;

    public async ValueTask InitializeAsync()
    {
        _client = await AnthropicClient.StartAsync("--DEFAULT_GUARDRAIL=gr1:7");
        Runtime.Reply = Answer;
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task Conversation_IsTranslated()
    {
        await AsksAsync(
            AnthropicClient.Nova,
            """
            "system":[{"type":"text","text":"Be brief.","cache_control":{"type":"ephemeral"}}],
            "max_tokens":100,"temperature":0.5,"top_p":0.9,"top_k":40,"stop_sequences":["END",""],
            "metadata":{"user_id":"u"},"unknown":[1],
            "messages":[
              {"role":"user","content":[
                {"type":"text","text":"Weather?"},
                {"type":"image","source":{"type":"base64","media_type":"image/png","data":"aGk="}},
                {"type":"document","title":"Q1: \"draft\"","source":{"type":"text","data":"é"},
                 "cache_control":{"type":"ephemeral"}}]},
              {"role":"assistant","content":[
                {"type":"thinking","thinking":"Hm.","signature":"abc"},
                {"type":"tool_use","id":"t1","name":"weather","input":{"city":"Oslo"}}]},
              {"role":"user","content":[
                {"type":"tool_result","tool_use_id":"t1","is_error":true,"content":[{"type":"text","text":"Down"}]}]}],
            "tools":[
              {"name":"weather","description":"Tells.","input_schema":{"type":"object"},
               "cache_control":{"type":"ephemeral"}}],
            "tool_choice":{"type":"tool","name":"weather","disable_parallel_tool_use":true}
            """,
            """
            {
              "messages": [
                {"role":"user","content":[
                  {"text":"Weather?"},
                  {"image":{"format":"png","source":{"bytes":"aGk="}}},
                  {"document":{"format":"txt","name":"Q1 draft","source":{"bytes":"w6k="}}},
                  {"cachePoint":{"type":"default"}}]},
                {"role":"assistant","content":[
                  {"toolUse":{"toolUseId":"t1","name":"weather","input":{"city":"Oslo"}}}]},
                {"role":"user","content":[
                  {"toolResult":{"toolUseId":"t1","content":[{"text":"Down"}],"status":"error"}}]}
              ],
              "system": [{"text":"Be brief."},{"cachePoint":{"type":"default"}}],
              "inferenceConfig": {"maxTokens":100,"temperature":0.5,"topP":0.9,"stopSequences":["END"]},
              "toolConfig": {
                "tools":[
                  {"toolSpec":{"name":"weather","description":"Tells.","inputSchema":{"json":{"type":"object"}}}}],
                "toolChoice":{"tool":{"name":"weather"}}
              },
              "additionalModelRequestFields": {"inferenceConfig":{"topK":40}},
              "guardrailConfig": {"guardrailIdentifier":"gr1","guardrailVersion":"7"}
            }
            """);
        Assert.Equal(BedrockOperation.Converse, Assert.Single(Runtime.Calls).Operation);
    }

    [Fact]
    public async Task OddPlaces_AreTidied() => await AsksAsync(
        AnthropicClient.Llama,
        """
        "messages":[
          {"role":"system","content":"Be brief."},
          {"role":"assistant","content":""},
          {"role":"user","content":[{"type":"text","text":" "}]},
          {"role":"user","content":["Hi",{"type":"text","text":"there","cache_control":{"type":"ephemeral"}}]},
          {"role":"assistant","content":[{"type":"server_tool_use","id":"s","name":"web_search","input":{}},
            {"type":"web_search_tool_result","tool_use_id":"s","content":[]},{"type":"text","text":"So: "}]}],
        "top_k":5,"thinking":{"type":"enabled","budget_tokens":2000}
        """,
        """
        {
          "messages": [
            {"role":"user","content":[{"text":"-"}]},
            {"role":"assistant","content":[{"text":"-"}]},
            {"role":"user","content":[{"text":"Hi"},{"text":"there"}]},
            {"role":"assistant","content":[{"text":"So: "}]},
            {"role":"user","content":[{"text":"Continue."}]}
          ],
          "system": [{"text":"Be brief."}],
          "inferenceConfig": {},
          "guardrailConfig": {"guardrailIdentifier":"gr1","guardrailVersion":"7"}
        }
        """);

    [Theory]
    [InlineData(
        "us.amazon.nova-2-lite-v1:0",
        ""","thinking":{"type":"enabled","budget_tokens":2000}""",
        """{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"low"}}""")]
    [InlineData(
        "us.amazon.nova-2-lite-v1:0",
        ""","thinking":{"type":"adaptive"},"output_config":{"effort":"max"}""",
        """{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"high"}}""")]
    [InlineData(
        "openai.gpt-oss-120b-1:0",
        ""","thinking":{"type":"enabled","budget_tokens":9000}""",
        """{"reasoning_effort":"medium"}""")]
    [InlineData("openai.gpt-oss-120b-1:0", ""","thinking":{"type":"disabled"}""", null)]
    [InlineData("mistral.mistral-large-2402-v1:0", ""","top_k":7""", """{"top_k":7}""")]
    [InlineData("cohere.command-r-v1:0", ""","top_k":7""", """{"k":7}""")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc",
        ""","top_k":7,"thinking":{"type":"enabled","budget_tokens":2000}""",
        """{"thinking":{"type":"enabled","budget_tokens":2000},"top_k":7}""")]
    public async Task FieldsOfTheModelsOwn_AreThoseOfItsFamily(string model, string fields, string? expected)
    {
        await _client.TextAsync($$"""{"model":"{{model}}","messages":[{"role":"user","content":"Hi"}]{{fields}}}""");

        var own = JsonNode.Parse(_client.Asked)!["additionalModelRequestFields"];
        Assert.Equal(expected, own?.ToJsonString());
    }

    [Fact]
    public async Task SealedThoughts_GoToProfilesOfOnesOwn()
    {
        await _client.TextAsync(
            """
            {"model":"arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc","messages":[
              {"role":"user","content":"Hi"},
              {"role":"assistant","content":[{"type":"thinking","thinking":"Hm.","signature":"abc"},
                {"type":"redacted_thinking","data":"eA=="},{"type":"text","text":"Hello"}]},
              {"role":"user","content":[{"type":"search_result","title":"T","source":"S","content":[
                {"type":"text","text":"One"}]}]}]}
            """);

        var messages = JsonNode.Parse(_client.Asked)!["messages"]!;
        Assert.Equal(
            """
            [{"reasoningContent":{"reasoningText":{"text":"Hm.","signature":"abc"}}},
            {"reasoningContent":{"redactedContent":"eA=="}},{"text":"Hello"}]
            """.ReplaceLineEndings(""),
            messages[1]!["content"]!.ToJsonString());
        Assert.Equal("""[{"text":"T\nS\nOne"}]""", messages[2]!["content"]!.ToJsonString());
    }

    [Fact]
    public async Task MoreTokensThanTheModelWrites_AreLowered()
    {
        const string TooMany =
            "The maximum tokens you requested exceeds the model limit of 10000. Try again with a maximum tokens value "
            + "that is lower than 10000.";
        _client.Gateway.Faults.Before(
            "Converse", () => new BedrockFault(HttpStatusCode.BadRequest, "ValidationException", TooMany));

        using var reply = await _client.SendAsync(
            """{"model":"amazon.nova-lite-v1:0","max_tokens":64000,"messages":[{"role":"user","content":"Hi"}]}""");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("max_tokens", reply.Headers.GetValues("x-gateway-dropped").Single());
        Assert.Equal(10000, (int)JsonNode.Parse(_client.Asked)!["inferenceConfig"]!["maxTokens"]!);
    }

    [Fact]
    public async Task ModelThatStandsIn_IsAskedInItsOwnWay()
    {
        await using var client = await AnthropicClient.StartAsync(
            """--MODEL_ALIASES={"best":["anthropic.claude-sonnet-4-6","amazon.nova-lite-v1:0"]}""");
        client.Gateway.Runtime.Reply = Answer;
        client.Gateway.Faults.Before(
            "InvokeModel", () => new BedrockFault(HttpStatusCode.InternalServerError, "ModelErrorException", "No."), 9);

        var reply = await client.TextAsync("""{"model":"best","messages":[{"role":"user","content":"Hi"}]}""");

        Assert.Equal(BedrockOperation.Converse, Assert.Single(client.Gateway.Runtime.Calls).Operation);
        Assert.Equal(AnthropicClient.Nova, (string)JsonNode.Parse(reply)!["model"]!);
    }

    private async Task AsksAsync(string model, string fields, string expected)
    {
        using var reply = await _client.SendAsync($$"""{"model":"{{model}}",{{fields}}}""");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var asked = JsonNode.Parse(_client.Asked)!.AsObject();
        var subject = Assert.Single(_client.Gateway.Cognito.Users).Subject;
        Assert.Equal(subject, (string?)asked["requestMetadata"]!["sub"]);
        asked.Remove("requestMetadata");
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), asked.ToJsonString());
    }
}
