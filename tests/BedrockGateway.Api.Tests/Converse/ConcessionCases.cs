namespace BedrockGateway.Api.Tests.Converse;

/// <summary>What models are asked that take less than a client sends: the same in each dialect.</summary>
internal static class ConcessionCases
{
    private const string Llama = "us.meta.llama3-3-70b-instruct-v1:0";
    private const string Mistral = "mistral.mistral-large-2402-v1:0";
    private const string Nova = "amazon.nova-lite-v1:0";
    private const string Nova2 = "us.amazon.nova-2-lite-v1:0";
    private const string Profile = "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc";

    private const string Hi = """{"role":"user","content":"Hi"}""";
    private const string HiAsked = """{"role":"user","content":[{"text":"Hi"}]}""";

    private const string OpenAiTools =
        """
        "tools":[{"type":"function","function":{"name":"add","parameters":{"type":"object"}},
        "cache_control":{"type":"ephemeral"}},
        {"type":"function","function":{"name":"sub","parameters":{"type":"object"}}}]
        """;

    private const string AnthropicTools =
        """
        "tools":[{"name":"add","input_schema":{"type":"object"},"cache_control":{"type":"ephemeral"}},
        {"name":"sub","input_schema":{"type":"object"}}]
        """;

    private const string AddAsked = """{"toolSpec":{"name":"add","inputSchema":{"json":{"type":"object"}}}}""";
    private const string SubAsked = """{"toolSpec":{"name":"sub","inputSchema":{"json":{"type":"object"}}}}""";

    private const string Seal = ",\"reasoning_signature\":\"s1\"";
    private const string Unsealed = """{"reasoningContent":{"reasoningText":{"text":"Hm."}}},""";
    private const string Sealed = """{"reasoningContent":{"reasoningText":{"text":"Hm.","signature":"s1"}}},""";

    private const string Stood =
        """
        "toolConfig":{"tools":[{"toolSpec":{"name":"add","description":"Used before.",
        "inputSchema":{"json":{"type":"object","properties":{}}}}}]}
        """;

    /// <summary>Name, model, fields in OpenAI's and in Anthropic's dialect, and what Converse is asked.</summary>
    public static TheoryData<string, string, string, string, string> All => new()
    {
        {
            "instructions where none are taken",
            "mistral.mistral-7b-instruct-v0:2",
            """
            "messages":[{"role":"system","content":"Be brief."},HI]
            """,
            """
            "system":"Be brief.","messages":[HI]
            """,
            """
            {"messages":[{"role":"user","content":[{"text":"Be brief."},{"text":"Hi"}]}]}
            """
        },
        {
            "nothing but instructions",
            Llama,
            """
            "messages":[{"role":"system","content":"Tell a joke."}]
            """,
            """
            "messages":[{"role":"system","content":"Tell a joke."}]
            """,
            """
            {"messages":[{"role":"user","content":[{"text":"Tell a joke."}]}]}
            """
        },
        {
            "a tool that cannot be forced",
            Llama,
            """
            "messages":[HI],OPENAI_TOOLS,"tool_choice":{"type":"function","function":{"name":"sub"}}
            """,
            """
            "messages":[HI],ANTHROPIC_TOOLS,"tool_choice":{"type":"tool","name":"sub"}
            """,
            """
            {"messages":[HI_ASKED],"system":[{"text":"You must use the tool sub."}],"toolConfig":{"tools":[SUB_ASKED]}}
            """
        },
        {
            "tools of which none can be forced",
            Llama,
            """
            "messages":[HI],OPENAI_TOOLS,"tool_choice":"required"
            """,
            """
            "messages":[HI],ANTHROPIC_TOOLS,"tool_choice":{"type":"any"}
            """,
            """
            {"messages":[HI_ASKED],"system":[{"text":"You must use at least one of the tools."}],
            "toolConfig":{"tools":[ADD_ASKED,SUB_ASKED]}}
            """
        },
        {
            "tools of which any can be forced",
            Mistral,
            """
            "messages":[HI],OPENAI_TOOLS,"tool_choice":"required"
            """,
            """
            "messages":[HI],ANTHROPIC_TOOLS,"tool_choice":{"type":"any"}
            """,
            """
            {"messages":[HI_ASKED],"toolConfig":{"tools":[ADD_ASKED,SUB_ASKED],"toolChoice":{"any":{}}}}
            """
        },
        {
            "results of tools beside other content, and without tools",
            Llama,
            """
            "messages":[HI,{"role":"assistant","tool_calls":[
              {"id":"a","function":{"name":"add","arguments":"{}"}}]},
            {"role":"tool","tool_call_id":"a","content":"2"},{"role":"user","content":"Never mind."}]
            """,
            """
            "messages":[HI,{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"add","input":{}}]},
            {"role":"user","content":[{"type":"text","text":"Never mind."},
              {"type":"tool_result","tool_use_id":"a","content":"2"}]}]
            """,
            """
            {"messages":[HI_ASKED,
            {"role":"assistant","content":[{"toolUse":{"toolUseId":"a","name":"add","input":{}}}]},
            {"role":"user","content":[{"toolResult":{"toolUseId":"a","content":[{"text":"2"}]}}]},
            {"role":"assistant","content":[{"text":"-"}]},{"role":"user","content":[{"text":"Never mind."}]}],STAND_IN}
            """
        },
        {
            "a use without a result, and a result without a use",
            Nova,
            """
            "messages":[HI,{"role":"assistant","tool_calls":[
              {"id":"a","function":{"name":"add","arguments":"{}"}}]},
            {"role":"tool","tool_call_id":"b","content":"2"}]
            """,
            """
            "messages":[HI,{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"add","input":{}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"b","content":[
              {"type":"text","text":" "},{"type":"text","text":"2"}]}]}]
            """,
            """
            {"messages":[HI_ASKED,
            {"role":"assistant","content":[{"toolUse":{"toolUseId":"a","name":"add","input":{}}}]},
            {"role":"user","content":[
            {"toolResult":{"toolUseId":"a","content":[{"text":"No result."}],"status":"error"}},
            {"text":"2"}]}],STAND_IN}
            """
        },
        {
            "the model's own words last, with which it does not go on",
            Llama,
            """
            "messages":[HI,{"role":"assistant","content":"So:"}]
            """,
            """
            "messages":[HI,{"role":"assistant","content":"So:"}]
            """,
            """
            {"messages":[HI_ASKED,{"role":"assistant","content":[{"text":"So:"}]},
            {"role":"user","content":[{"text":"Continue."}]}]}
            """
        },
        {
            "the model's own words last, with which it goes on",
            Nova,
            """
            "messages":[HI,{"role":"assistant","content":"So: "}]
            """,
            """
            "messages":[HI,{"role":"assistant","content":"So: "}]
            """,
            """
            {"messages":[HI_ASKED,{"role":"assistant","content":[{"text":"So:"}]}]}
            """
        },
        {
            "empty turns, and sides that speak twice",
            Llama,
            """
            "messages":[{"role":"assistant","content":""},HI,{"role":"user","content":" "},HI,
            {"role":"assistant","content":""}]
            """,
            """
            "messages":[{"role":"assistant","content":[]},HI,{"role":"user"},HI,{"role":"assistant","content":""}]
            """,
            """
            {"messages":[{"role":"user","content":[{"text":"-"}]},{"role":"assistant","content":[{"text":"-"}]},
            {"role":"user","content":[{"text":"Hi"},{"text":"Hi"}]}]}
            """
        },
        {
            "cache points where there is no cache",
            Llama,
            """
            "messages":[{"role":"system","content":"Be brief.","cache_control":{"type":"ephemeral"}},
            {"role":"user","content":"Hi","cache_control":{"type":"ephemeral"}}],OPENAI_TOOLS
            """,
            """
            "system":[{"type":"text","text":"Be brief.","cache_control":{"type":"ephemeral"}}],
            "messages":[{"role":"user","content":[
              {"type":"text","text":"Hi","cache_control":{"type":"ephemeral"}}]}],ANTHROPIC_TOOLS
            """,
            """
            {"messages":[HI_ASKED],"system":[{"text":"Be brief."}],"toolConfig":{"tools":[ADD_ASKED,SUB_ASKED]}}
            """
        },
        {
            "cache points where tools are not kept",
            Nova,
            """
            "messages":[{"role":"user","content":"Hi","cache_control":{"type":"ephemeral"}}],OPENAI_TOOLS
            """,
            """
            "messages":[{"role":"user","content":[
              {"type":"text","text":"Hi","cache_control":{"type":"ephemeral"}}]}],ANTHROPIC_TOOLS
            """,
            """
            {"messages":[{"role":"user","content":[{"text":"Hi"},{"cachePoint":{"type":"default"}}]}],
            "toolConfig":{"tools":[ADD_ASKED,SUB_ASKED]}}
            """
        },
        {
            "cache points after nothing",
            Nova,
            """
            "messages":[{"role":"system","content":" ","cache_control":{"type":"ephemeral"}},
            {"role":"user","content":[{"type":"text","text":" ","cache_control":{"type":"ephemeral"}},
            {"type":"text","text":"Hi"}]}]
            """,
            """
            "system":[{"type":"text","text":" ","cache_control":{"type":"ephemeral"}}],
            "messages":[{"role":"user","content":[{"type":"text","text":" ","cache_control":{"type":"ephemeral"}},
            {"type":"text","text":"Hi"}]}]
            """,
            """
            {"messages":[HI_ASKED]}
            """
        },
        {
            "temperature beside top_p",
            Profile,
            """
            "messages":[HI],"temperature":0.5,"top_p":0.5
            """,
            """
            "messages":[HI],"temperature":0.5,"top_p":0.5
            """,
            """
            {"messages":[HI_ASKED],"inferenceConfig":{"temperature":0.5}}
            """
        },
        {
            "a document without a word",
            Llama,
            """
            "messages":[{"role":"user","content":[
              {"type":"file","file":{"file_data":"data:text/plain;base64,aGk="}}]}]
            """,
            """
            "messages":[{"role":"user","content":[
              {"type":"document","title":"1","source":{"type":"base64","media_type":"text/plain","data":"aGk="}}]}]
            """,
            """
            {"messages":[{"role":"user","content":[
            {"document":{"format":"txt","name":"1","source":{"bytes":"aGk="}}},{"text":"-"}]}]}
            """
        },
        { "thoughts without a seal", Nova2, Thought(""), Thinking(""), Thoughts(Unsealed) },
        { "thoughts with another's seal", Nova2, Thought(Seal), Thinking("s1"), Thoughts("") },
        { "thoughts of models that keep none", Llama, Thought(""), Thinking(""), Thoughts("") },
        { "sealed thoughts", Profile, Thought(Seal), Thinking("s1"), Thoughts(Sealed) },
        { "thoughts whose seal is lost", Profile, Thought(""), Thinking(""), Thoughts("") },
        {
            "much thought beside a limit",
            Nova2,
            Effort("high", """ "max_completion_tokens":900,"temperature":0.5,"top_p":0.5 """),
            Effort("high", """ "max_tokens":900,"temperature":0.5,"top_p":0.5,"thinking":{"type":"adaptive"} """),
            """
            {"messages":[HI_ASKED],"inferenceConfig":{"maxTokens":900,"temperature":0.5,"topP":0.5},
            "additionalModelRequestFields":{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"medium"}}}
            """
        },
        {
            "much thought without one",
            Nova2,
            Effort("high", "\"temperature\":0.5,\"top_p\":0.5"),
            Effort("high", """ "top_k":5,"temperature":0.5,"top_p":0.5,"thinking":{"type":"adaptive"} """),
            """
            {"messages":[HI_ASKED],
            "additionalModelRequestFields":{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"high"}}}
            """
        },
        {
            "little thought, in DeepSeek's words",
            "us.deepseek.v3-v1:0",
            Effort("low", ""),
            Effort("low", """ "thinking":{"type":"adaptive"} """),
            """
            {"messages":[HI_ASKED],"additionalModelRequestFields":{"reasoning_config":"low"}}
            """
        },
        {
            "the most thought, in OpenAI's words",
            "qwen.qwen3-32b-v1:0",
            Effort("xhigh", ""),
            Effort("max", """ "thinking":{"type":"adaptive"} """),
            """
            {"messages":[HI_ASKED],"additionalModelRequestFields":{"reasoning_effort":"high"}}
            """
        },
        {
            "thought of a model that cannot",
            Llama,
            Effort("low", ""),
            Effort("low", """ "thinking":{"type":"adaptive"} """),
            """
            {"messages":[HI_ASKED]}
            """
        },
    };

    /// <summary>Puts in what several cases have alike.</summary>
    public static string Fill(string json) => json
        .Replace("OPENAI_TOOLS", OpenAiTools, StringComparison.Ordinal)
        .Replace("ANTHROPIC_TOOLS", AnthropicTools, StringComparison.Ordinal)
        .Replace("ADD_ASKED", AddAsked, StringComparison.Ordinal)
        .Replace("SUB_ASKED", SubAsked, StringComparison.Ordinal)
        .Replace("STAND_IN", Stood, StringComparison.Ordinal)
        .Replace("HI_ASKED", HiAsked, StringComparison.Ordinal)
        .Replace("HI", Hi, StringComparison.Ordinal);

    private static string Effort(string effort, string more) =>
        """
        "messages":[HI],"reasoning_effort":"EFFORT","output_config":{"effort":"EFFORT"}
        """.Replace("EFFORT", effort, StringComparison.Ordinal) + (more.Length > 0 ? "," : "") + more;

    private static string Thought(string seal) =>
        """
        "messages":[HI,{"role":"assistant","content":"Hello","reasoning_content":"Hm.","reasoning_signature":"SEAL"},HI]
        """.Replace(",\"reasoning_signature\":\"SEAL\"", seal, StringComparison.Ordinal);

    private static string Thinking(string seal) =>
        """
        "messages":[HI,{"role":"assistant","content":[
        {"type":"thinking","thinking":"Hm.","signature":"SEAL"},{"type":"text","text":"Hello"}]},HI]
        """.Replace("SEAL", seal, StringComparison.Ordinal);

    private static string Thoughts(string thought) =>
        """
        {"messages":[HI_ASKED,{"role":"assistant","content":[THOUGHT{"text":"Hello"}]},HI_ASKED]}
        """.Replace("THOUGHT", thought, StringComparison.Ordinal);
}
