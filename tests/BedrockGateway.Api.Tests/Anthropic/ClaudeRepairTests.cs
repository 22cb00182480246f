using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>What Claude is asked where it would refuse what the client sent.</summary>
public sealed class ClaudeRepairTests : IAsyncLifetime
{
    private const string Hi = """{ "role":"user", "content":"H\u0069" }""";

    private AnthropicClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _client = await AnthropicClient.StartAsync();
        _client.Gateway.Runtime.Reply = "{}";
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "empty contents",
            """
            "messages":[{"role":"user","content":""},{"role":"assistant","content":[]},
            { "a":1,"content":null,"role":"user" },
            {"role":"assistant","content":" \n\t"},{"role":"user"},HI]
            """,
            """
            "messages":[{"content":"-","role":"user"},{"content":"-","role":"assistant"},
            {"content":"-","a":1,"role":"user"},
            {"content":"-","role":"assistant"},{"content":"-","role":"user"},HI]
            """
        },
        {
            "an empty reply that is begun for the model",
            """
            "messages":[HI,{"role":"assistant","content":[{"type":"text","text":" "}]}]
            """,
            """
            "messages":[HI]
            """
        },
        {
            "blank texts",
            """
            "messages":[{"role":"user","content":[{"type":"text","text":"\u00a0"},{ "type":"text","text":"Hi\ud83d" },
            {"type":"tool_result","tool_use_id":"t","content":[{"type":"text","text":""},{"type":"text","text":"3"}]},
            {"type":"text"},5]}]
            """,
            """
            "messages":[{"content":[{ "type":"text","text":"Hi\ud83d" },
            {"content":[{"type":"text","text":"3"}],"type":"tool_result","tool_use_id":"t"},
            {"type":"text"},5],"role":"user"}]
            """
        },
        {
            "instructions among the messages",
            """
            "system":"Be\u0020brief.","messages":[{"role":"system","content":"In French."},HI,
            {"role":"developer","content":[{"type":"text","text":"Now."},{"type":"image"},{"type":"text","text":""}]}]
            """,
            """
            "messages":[HI],
            "system":[{"type":"text","text":"Be\u0020brief."},{"type":"text","text":"In French."},
            {"type":"text","text":"Now."}]
            """
        },
        {
            "nothing but instructions",
            """
            "messages":[{"role":"system","content":"Tell a joke."}]
            """,
            """
            "messages":[{"role":"user","content":[{"type":"text","text":"Tell a joke."}]}]
            """
        },
        {
            "nothing but empty instructions",
            """
            "messages":[{"role":"system"}]
            """,
            """
            "messages":[{"role":"user","content":"-"}]
            """
        },
        {
            "blank instructions",
            """
            "system":[{"type":"text","text":" "},{"type":"text","text":"Brief.","cache_control":{"type":"ephemeral"}}],
            "messages":[HI]
            """,
            """
            "system":[{"type":"text","text":"Brief.","cache_control":{"type":"ephemeral"}}],"messages":[HI]
            """
        },
        {
            "instructions without a word",
            """
            "system":"","messages":[HI]
            """,
            """
            "messages":[HI]
            """
        },
        {
            "used tools that are not sent",
            """
            "tools":[],"messages":[HI,{"role":"assistant","content":[
            {"type":"tool_use","id":"a","name":"add","input":{}},
            {"type":"tool_use","id":"b","name":"\u0061dd","input":{}},
            {"type":"tool_use","id":"c","name":"sub","input":{}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"2"}]}]
            """,
            """
            "tools":[
            {"name":"add","description":"Used before.","input_schema":{"type":"object","properties":{}}},
            {"name":"sub","description":"Used before.","input_schema":{"type":"object","properties":{}}}],
            "messages":[HI,{"role":"assistant","content":[
            {"type":"tool_use","id":"a","name":"add","input":{}},
            {"type":"tool_use","id":"b","name":"\u0061dd","input":{}},
            {"type":"tool_use","id":"c","name":"sub","input":{}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"2"}]}]
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task WhatNeedsRepair_IsRepaired(string what, string fields, string expected)
    {
        using var reply = await _client.SendAsync(Body(fields));

        Assert.True(reply.IsSuccessStatusCode, what);
        Assert.Equal(Asked(expected), _client.Asked);
    }

    [Theory]
    [InlineData(
        """
        "system" : [ {"type":"text","text":"Brief."} ],"tools":[{"name":"sub"}],"messages":[
        {"role":"user","content":[{"type":"text","text":"\n Hi"},{"type":"image","source":{"type":"base64"}}]},
        {"role":"user","content":" H\u0069"},{"role":"assistant","content":[
        {"type":"tool_use","id":"a","name":"add","input":{"text":""}}, {"type":"thinking","thinking":""}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":[]},
        {"type":"tool_result","tool_use_id":"a","content":""},{"type":"unheard_of","text":" "}]}]
        """)]
    [InlineData(
        """
        "messages": [ 1, {"role":5,"content":5}, {"role":"tool","content":{ }} ],"system":null,"tools":null
        """)]
    [InlineData(""" "messages": "Hi" """)]
    [InlineData(""" "messages": [ ] """)]
    public async Task WhatNeedsNone_StaysByteForByte(string fields)
    {
        using var reply = await _client.SendAsync(Body(fields));

        Assert.True(reply.IsSuccessStatusCode);
        Assert.Equal(Asked(fields), _client.Asked);
    }

    [Fact]
    public async Task WhatIsCounted_IsRepairedToo()
    {
        _client.Gateway.Runtime.Reply = """{"inputTokens":14}""";

        await _client.TextAsync(
            Body("\"messages\":[{\"role\":\"user\",\"content\":\"\"}]"), "/v1/messages/count_tokens");

        var body = (string)JsonNode.Parse(_client.Asked)!["input"]!["invokeModel"]!["body"]!;
        Assert.Equal(
            Asked("\"messages\":[{\"content\":\"-\",\"role\":\"user\"}]"),
            Encoding.UTF8.GetString(Convert.FromBase64String(body)));
    }

    private static string Body(string fields) =>
        $$"""{"model":"anthropic.claude-sonnet-4-6",{{OneLine(fields)}},"max_tokens":9}""";

    private static string Asked(string fields) =>
        $$"""{"anthropic_version":"bedrock-2023-05-31",{{OneLine(fields)}},"max_tokens":9}""";

    private static string OneLine(string fields) =>
        fields.Trim().ReplaceLineEndings("").Replace("HI", Hi, StringComparison.Ordinal);
}
