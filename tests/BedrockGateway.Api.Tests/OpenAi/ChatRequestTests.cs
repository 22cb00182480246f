using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>What Converse is asked for a chat.</summary>
public sealed class ChatRequestTests : IAsyncLifetime
{
    private const string Claude = "us.anthropic.claude-sonnet-4-6";
    private const string Llama = "us.meta.llama3-3-70b-instruct-v1:0";
    private const string Hi = """{"role":"user","content":"Hi"}""";
    private const string HiAsked = """{"role":"user","content":[{"text":"Hi"}]}""";

    private const string Add =
        """{"type":"function","function":{"name":"add","description":"Adds.","parameters":{"type":"object"}}}""";

    private const string AddAsked =
        """{"toolSpec":{"name":"add","description":"Adds.","inputSchema":{"json":{"type":"object"}}}}""";

    private OpenAiGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await OpenAiGateway.StartAsync();
        _gateway.Runtime.Reply = """{"output":{"message":{"content":[{"text":"Hello"}]}},"stopReason":"end_turn"}""";
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    public static TheoryData<string, string, string> Messages => new()
    {
        { "a text", Hi, $$"""{"messages":[{{HiAsked}}]}""" },
        {
            "instructions anywhere",
            $$"""
            {"role":"system","content":"Be brief."},{{Hi}},
            {"role":"developer","content":[{"type":"text","text":"In French."}]}
            """,
            $$"""{"messages":[{{HiAsked}}],"system":[{"text":"Be brief."},{"text":"In French."}]}"""
        },
        {
            "nothing but instructions",
            """{"role":"system","content":"Tell a joke."}""",
            """{"messages":[{"role":"user","content":[{"text":"Tell a joke."}]}]}"""
        },
        {
            "blank and repeated turns",
            $$"""
            {{Hi}},{"role":"user","content":" "},{"role":"assistant","content":""},
            {"role":"user","content":"Again"}
            """,
            """
            {"messages":[{"role":"user","content":[{"text":"Hi"}]},
            {"role":"assistant","content":[{"text":"-"}]},{"role":"user","content":[{"text":"Again"}]}]}
            """
        },
        {
            "the model's own words last",
            $$"""{{Hi}},{"role":"assistant","content":"I was saying"}""",
            $$"""
            {"messages":[{{HiAsked}},{"role":"assistant","content":[{"text":"I was saying"}]},
            {"role":"user","content":[{"text":"Continue."}]}]}
            """
        },
        {
            "an image that says it is another",
            """
            {"role":"user","content":[{"type":"text","text":"What?"},
            {"type":"image_url","image_url":{"url":"data:image/png;base64,/9j/4AAQ"}}]}
            """,
            """
            {"messages":[{"role":"user","content":[{"text":"What?"},
            {"image":{"format":"jpeg","source":{"bytes":"/9j/4AAQ"}}}]}]}
            """
        },
        {
            "a document without a word",
            """
            {"role":"user","content":[{"type":"file",
            "file":{"filename":"a b.pdf","file_data":"data:application/pdf;base64,JVBERg=="}}]}
            """,
            """
            {"messages":[{"role":"user","content":[
            {"document":{"format":"pdf","name":"1-a-b-pdf","source":{"bytes":"JVBERg=="}}},
            {"text":"-"}]}]}
            """
        },
        {
            "cache control",
            """
            {"role":"system","content":[{"type":"text","text":"Long.","cache_control":{"type":"ephemeral"}}]},
            {"role":"user","content":"Hi","cache_control":{"type":"ephemeral"}}
            """,
            """
            {"messages":[{"role":"user","content":[{"text":"Hi"},
            {"cachePoint":{"type":"default"}}]}],"system":[{"text":"Long."},{"cachePoint":{"type":"default"}}]}
            """
        },
        {
            "tools' results, also the unfinished and the unasked",
            $$$"""
            {{{Hi}}},
            {"role":"assistant","content":null,"reasoning_content":"Hm.","reasoning_signature":"s1","tool_calls":[
              {"id":"a:1","type":"function","function":{"name":"files.read","arguments":"{\"p\":1}"}},
              {"id":"b","type":"function","function":{"name":"add","arguments":"{\"p\":"}}]},
            {"role":"tool","tool_call_id":"b","content":[{"type":"text","text":"2"}]},
            {"role":"tool","tool_call_id":"a:1","content":""},
            {"role":"tool","tool_call_id":"c","content":"3"}
            """,
            $$$$$$"""
            {"messages":[{{{{{{HiAsked}}}}}},{"role":"assistant","content":[
            {"reasoningContent":{"reasoningText":{"text":"Hm.","signature":"s1"}}},
            {"toolUse":{"toolUseId":"a_1_2b2c40a6","name":"files_read_601e4eb6","input":{"p":1}}},
            {"toolUse":{"toolUseId":"b","name":"add","input":{"arguments":"{\"p\":"}}}]},
            {"role":"user","content":[{"toolResult":{"toolUseId":"a_1_2b2c40a6","content":[]}},
            {"toolResult":{"toolUseId":"b","content":[{"text":"2"}]}},{"text":"3"}]}],
            "toolConfig":{"tools":[
            {"toolSpec":{"name":"files_read_601e4eb6","description":"Used before.",
            "inputSchema":{"json":{"type":"object","properties":{}}}}},
            {"toolSpec":{"name":"add","description":"Used before.",
            "inputSchema":{"json":{"type":"object","properties":{}}}}}]}}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Messages_BecomeAConversation(string what, string messages, string expected)
    {
        using var reply = await _gateway.PostAsync(
            OpenAiGateway.Chat, $$"""{"model":"{{Claude}}","messages":[{{messages}}]}""");

        Assert.True(reply.StatusCode == HttpStatusCode.OK, what);
        AssertAsked(expected);
    }

    public static TheoryData<string, string, string> Fields => new()
    {
        { Claude, "\"max_tokens\":5,\"max_completion_tokens\":7.0", "{\"inferenceConfig\":{\"maxTokens\":7}}" },
        { Claude, "\"max_tokens\":1e300", "{\"inferenceConfig\":{\"maxTokens\":2147483647}}" },
        { Claude, "\"temperature\":1.5,\"top_p\":0.5", "{\"inferenceConfig\":{\"temperature\":1}}" },
        { Llama, "\"temperature\":0.5,\"top_p\":0.5", "{\"inferenceConfig\":{\"temperature\":0.5,\"topP\":0.5}}" },
        { "us.anthropic.claude-opus-4-8", "\"temperature\":0.5,\"top_p\":0.5", "{}" },
        { Claude, "\"stop\":\"END\"", "{\"inferenceConfig\":{\"stopSequences\":[\"END\"]}}" },
        { Claude, "\"stop\":[\"a\",\" \",\"a\",\"b\"]", "{\"inferenceConfig\":{\"stopSequences\":[\"a\",\"b\"]}}" },
        {
            Claude,
            """
            "seed":1,"n":1,"user":"ann","logprobs":true,"logit_bias":{},"frequency_penalty":1,"novel":{"a":[]},
            "stop":null
            """,
            "{}"
        },
        {
            Claude,
            $"\"tools\":[{Add},{Add}],\"tool_choice\":\"auto\"",
            $$$"""{"toolConfig":{"tools":[{{{AddAsked}}}]}}"""
        },
        {
            Claude,
            $"\"tools\":[{Add}],\"tool_choice\":\"required\"",
            $$$$$"""{"toolConfig":{"tools":[{{{{{AddAsked}}}}}],"toolChoice":{"any":{}}}}"""
        },
        {
            Claude,
            $$$"""
            "tools":[{{{Add}}},{"type":"function","function":{"name":"a b"},"cache_control":{"type":"ephemeral"}}],
            "tool_choice":{"type":"function","function":{"name":"a b"}}
            """,
            $$$$$$"""
            {"toolConfig":{"tools":[{{{{{{AddAsked}}}}}},
            {"toolSpec":{"name":"a_b_c8687a08","inputSchema":{"json":{"type":"object","properties":{}}}}},
            {"cachePoint":{"type":"default"}}],"toolChoice":{"tool":{"name":"a_b_c8687a08"}}}}
            """
        },
        { Claude, $"\"tools\":[{Add}],\"tool_choice\":\"none\"", "{}" },
        { Claude, "\"tool_choice\":\"required\"", "{}" },
        {
            Claude,
            $$$$$"""
            "tools":[{{{{{Add}}}}},{"type":"function","function":{"name":"sub","parameters":{"properties":{}}}}],
            "tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"required",
            "tools":[{"type":"function","function":{"name":"sub"}}]}}
            """,
            """
            {"toolConfig":{"tools":[
            {"toolSpec":{"name":"sub","inputSchema":{"json":{"type":"object","properties":{}}}}}],
            "toolChoice":{"any":{}}}}
            """
        },
        {
            Llama,
            $$$"""
            "tools":[{{{Add}}},{"type":"function","function":{"name":"sub"},"cache_control":{"type":"ephemeral"}}],
            "tool_choice":{"type":"function","function":{"name":"add"}}
            """,
            $$$"""{"system":[{"text":"You must use the tool add."}],"toolConfig":{"tools":[{{{AddAsked}}}]}}"""
        },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Fields_AreAskedAsTheModelTakesThem(string model, string fields, string expected)
    {
        using var reply = await _gateway.PostAsync(
            OpenAiGateway.Chat, $$"""{"model":"{{model}}","messages":[{{Hi}}],{{fields}}}""");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        AssertAsked(expected);
    }

    public static TheoryData<string, string, string> Efforts => new()
    {
        { Claude, "medium", """{"thinking":{"type":"enabled","budget_tokens":8192}}""" },
        {
            "anthropic.claude-3-7-sonnet-20250219-v1:0",
            "minimal",
            """{"thinking":{"type":"enabled","budget_tokens":1024}}"""
        },
        { "anthropic.claude-3-5-sonnet-20241022-v2:0", "high", "null" },
        {
            "anthropic.claude-opus-4-8",
            "xhigh",
            """{"thinking":{"type":"adaptive"},"output_config":{"effort":"xhigh"}}"""
        },
        { "openai.gpt-oss-120b-1:0", "minimal", """{"reasoning_effort":"low"}""" },
        { "us.deepseek.v3-v1:0", "high", """{"reasoning_config":"high"}""" },
        {
            "us.amazon.nova-2-lite-v1:0",
            "high",
            """{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"high"}}"""
        },
        { "amazon.nova-lite-v1:0", "high", "null" },
        { Llama, "high", "null" },
        { Claude, "none", "null" },
    };

    [Theory]
    [MemberData(nameof(Efforts))]
    public async Task Effort_IsAskedInTheModelsWords(string model, string effort, string expected)
    {
        using var reply = await _gateway.PostAsync(
            OpenAiGateway.Chat,
            $$"""
            {"model":"{{model}}","messages":[{{Hi}}],"reasoning_effort":"{{effort}}","temperature":0.1,"top_p":0.2}
            """);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var asked = _gateway.LastAsked();
        Assert.Equal(expected, asked["additionalModelRequestFields"]?.ToJsonString() ?? "null");
        Assert.Equal(
            expected.Contains("thinking", StringComparison.Ordinal)
                || expected.EndsWith("\":\"high\"}}", StringComparison.Ordinal),
            asked["inferenceConfig"]!["temperature"] is null);
    }

    [Theory]
    [InlineData("\"max_tokens\":3000", """{"thinking":{"type":"enabled","budget_tokens":1500}}""")]
    [InlineData("\"max_tokens\":1025", """{"thinking":{"type":"enabled","budget_tokens":1024}}""")]
    [InlineData("\"max_tokens\":1024", "null")]
    [InlineData("\"tool_choice\":\"required\"", "null")]
    [InlineData(
        "\"response_format\":{\"type\":\"json_object\"}",
        "{\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":8192}}")]
    public async Task Thinking_LeavesRoomAndGivesWayToForcedTools(string fields, string expected)
    {
        using var reply = await _gateway.PostAsync(
            OpenAiGateway.Chat,
            $$"""
            {"model":"{{Claude}}","messages":[{{Hi}}],"tools":[{{Add}}],"reasoning_effort":"medium",{{fields}}}
            """);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(expected, _gateway.LastAsked()["additionalModelRequestFields"]?.ToJsonString() ?? "null");
    }

    [Theory]
    [InlineData("", "null")]
    [InlineData(
        "\"reasoning_content\":\"Hm.\",\"reasoning_signature\":\"s\",",
        """{"thinking":{"type":"enabled","budget_tokens":8192}}""")]
    public async Task Thinking_GoesOnAfterAToolOnlyFromItsThought(string thought, string expected)
    {
        using var reply = await _gateway.PostAsync(
            OpenAiGateway.Chat,
            $$$"""
            {"model":"{{{Claude}}}","reasoning_effort":"medium","tools":[{{{Add}}}],"messages":[{{{Hi}}},
            {"role":"assistant",{{{thought}}}"tool_calls":[{"id":"a","function":{"name":"add","arguments":""}}]},
            {"role":"tool","tool_call_id":"a","content":"2"}]}
            """);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(expected, _gateway.LastAsked()["additionalModelRequestFields"]?.ToJsonString() ?? "null");
    }

    [Fact]
    public async Task ModelsThatTakeLess_AreAskedLess()
    {
        using var reply = await _gateway.PostAsync(
            OpenAiGateway.Chat,
            $$$"""
            {"model":"mistral.mistral-7b-instruct-v0:2","messages":[{"role":"system","content":"Brief."},
            {"role":"user","content":"Hi","cache_control":{"type":"ephemeral"}},
            {"role":"assistant","reasoning_content":"Hm.","reasoning_signature":"s",
            "tool_calls":[{"id":"a","function":{"name":"add"}}]},
            {"role":"tool","tool_call_id":"a","content":"2"},
            {"role":"user","content":"Never mind."}],"tools":[{{{Add}}}]}
            """);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        AssertAsked(
            """
            {"messages":[{"role":"user","content":[{"text":"Brief."},{"text":"Hi"}]},
            {"role":"assistant","content":[{"toolUse":{"toolUseId":"a","name":"add","input":{}}}]},
            {"role":"user","content":[{"toolResult":{"toolUseId":"a","content":[{"text":"2"}]}}]},
            {"role":"assistant","content":[{"text":"-"}]},
            {"role":"user","content":[{"text":"Never mind."}]}],
            "toolConfig":{"tools":[ADD]}}
            """.Replace("ADD", AddAsked, StringComparison.Ordinal));
    }

    [Fact]
    public async Task IdsThatComeAgain_AreKeptApart()
    {
        const string Turn =
            """
            {"role":"assistant","tool_calls":[{"id":"call_0","function":{"name":"add","arguments":"{}"}}]},
            {"role":"tool","tool_call_id":"call_0","content":"2"}
            """;
        using var reply = await _gateway.PostAsync(
            OpenAiGateway.Chat, $$"""{"model":"{{Claude}}","messages":[{{Hi}},{{Turn}},{{Turn}}],"tools":[{{Add}}]}""");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var messages = _gateway.LastAsked()["messages"]!.AsArray();
        Assert.Equal(
            ["call_0", "call_0", "call_0_d4735e3a", "call_0_d4735e3a"],
            messages.Skip(1)
                .Select(message => message!["content"]![0]!.AsObject().Single().Value!)
                .Select(block => block["toolUseId"]!.GetValue<string>()));
    }

    // Of what every request has, a case names only what it is about.
    private void AssertAsked(string expected)
    {
        var wanted = JsonNode.Parse(expected.ReplaceLineEndings(""))!.AsObject();
        var asked = _gateway.LastAsked();
        if (!wanted.ContainsKey("messages"))
        {
            Assert.Equal($"[{HiAsked}]", asked["messages"]!.ToJsonString());
            asked.Remove("messages");
        }

        if (asked["inferenceConfig"] is JsonObject { Count: 0 })
        {
            asked.Remove("inferenceConfig");
        }

        Assert.Equal(wanted.ToJsonString(), asked.ToJsonString());
    }
}
