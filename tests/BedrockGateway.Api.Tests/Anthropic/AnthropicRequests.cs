using System.Text.Json;
using CsCheck;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>Generates requests of the Messages API: valid ones, half-valid ones, and what nobody should send.</summary>
internal static class AnthropicRequests
{
    private static readonly Gen<string> Model = Gen.Frequency(
        (6, Gen.OneOf<string>(
            AnthropicClient.Claude, AnthropicClient.Nova, AnthropicClient.Llama, "us.amazon.nova-2-lite-v1:0",
            "openai.gpt-oss-120b-1:0", "mistral.mistral-large-2402-v1:0", "claude-sonnet-4-6",
            "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc")),
        (1, Gen.OneOf<string>("", "..", "a/../b", "anthropic.", new string('a', 3000), "é", "\u0000")));

    // As they are written in JSON: escapes, halves of surrogate pairs, and what no parser should stumble over.
    private static readonly Gen<string> Text = Gen.Frequency(
        (6, Gen.OneOf<string>("\"Hi\"", "\"Be brief.\"", "\"\"", "\" \\n\"", "\"é😀\"")),
        (1, Gen.OneOf<string>(
            "\"\\ud800\"", "\"\\udc00 x\"", "\"\\u0000\"", "\"</script>\\u2028\"", "\"\\ud83d\\ude00\"")));

    private static readonly Gen<string> Odd = Gen.Frequency(
        (8, Gen.OneOf<string>("null", "true", "0", "-1", "1.5", "1e999", "123456789012345678901234567890", "[]", "{}")),
        (2, Gen.OneOf<string>(
            "[[]]", "[null]", "{\"type\":null}", "{\"type\":1}", "{\"a\":1,\"a\":2}", "[{}]", "\"x\"")),
        (1, Gen.Int[1, 600].Select(depth => new string('[', depth) + new string(']', depth))));

    private static readonly Gen<string> Source = Gen.OneOf<string>(
        """{"type":"base64","media_type":"image/png","data":"aGk="}""",
        """{"type":"base64","media_type":"application/pdf","data":"aGk="}""",
        """{"type":"base64","media_type":"image/bmp","data":1}""",
        """{"type":"url","url":"http://169.254.169.254/latest/"}""",
        """{"type":"file","file_id":"file_1"}""",
        """{"type":"text","media_type":"text/plain","data":"x"}""",
        """{"type":"content","content":[{"type":"text","text":"x"}]}""");

    private static readonly Gen<string> Cache = Gen.Frequency(
        (3, Gen.Const("")), (1, Gen.Const(""","cache_control":{"type":"ephemeral"}""")), (1, Odd.Select(Named)));

    private static readonly Gen<string> Block = Gen.Frequency(
        (4, Gen.Select(Text, Cache, (text, cache) => $$"""{"type":"text","text":{{text}}{{cache}}}""")),
        (1, Gen.Select(Source, Cache, (source, cache) => $$"""{"type":"image","source":{{source}}{{cache}}}""")),
        (1, Gen.Select(Source, Text, (source, title) =>
            $$"""{"type":"document","title":{{title}},"source":{{source}}}""")),
        (2, Or("""{"a":1}""").Select(input => $$"""{"type":"tool_use","id":"t1","name":"get","input":{{input}}}""")),
        (2, Gen.Select(Or("\"3 degrees\""), Gen.OneOf<string>("t1", "t2"), (content, id) =>
            $$"""{"type":"tool_result","tool_use_id":"{{id}}","content":{{content}}}""")),
        (1, Gen.Select(Text, Text, (thought, seal) =>
            $$"""{"type":"thinking","thinking":{{thought}},"signature":{{seal}}}""")),
        (1, Gen.OneOf<string>(
            """{"type":"redacted_thinking","data":"eA=="}""",
            """{"type":"server_tool_use","id":"s"}""",
            """{"type":"web_search_tool_result"}""",
            """{"type":"search_result","content":[{"type":"text","text":"x"}]}""",
            """{"type":"unheard_of"}""",
            """{"type":"text"}""")),
        (1, Odd));

    private static readonly Gen<string> Message = Gen.Frequency(
        (8, Gen.Select(
            Gen.OneOf<string>("user", "user", "assistant", "assistant", "system", "developer", "tool"),
            Gen.Frequency((2, Text), (4, List(Block)), (1, Odd)),
            (role, content) => $$"""{"role":"{{role}}","content":{{content}}}""")),
        (1, Odd));

    private static readonly Gen<string> Tool = Gen.Frequency(
        (5, Or("""{"type":"object"}""").Select(schema => $$"""{"name":"get","input_schema":{{schema}}}""")),
        (1, Gen.OneOf<string>("""{"type":"web_search_20250305","name":"web_search"}""", """{"type":"custom"}""")),
        (1, Odd));

    private static readonly Gen<string> Field = Gen.OneOf(
        Property("max_tokens", "400"),
        Property("temperature", "0.5"),
        Property("top_p", "0.9"),
        Property("top_k", "40"),
        Property("stop_sequences", """["END"]"""),
        Property("stream", "true"),
        Property("system", """[{"type":"text","text":"Be brief."}]"""),
        Property("thinking", """{"type":"enabled","budget_tokens":2000}"""),
        Property("output_config", """{"effort":"low"}"""),
        Property("output_config", """{"format":{"type":"json_schema","schema":{"type":"object"}}}"""),
        Property("tool_choice", """{"type":"tool","name":"get"}"""),
        Property("metadata", """{"user_id":"u"}"""),
        Property("anthropic_beta", """["b-1"]"""),
        Property("model", "\"amazon.nova-lite-v1:0\""),
        Property("unheard_of", "1"),
        List(Tool).Select(tools => $"\"tools\":{tools}"));

    private static readonly Gen<string> Whole = Gen.Select(
        Model, Gen.Frequency((9, List(Message)), (1, Odd)), Field.Array[0, 6],
        (model, messages, fields) => string.Join(
            ',',
            [$"\"model\":{Quote(model)}", $"\"messages\":{messages}", .. fields]))
        .Select(fields => $$"""{{{fields}}}""");

    /// <summary>Bodies of requests, some of which are no JSON.</summary>
    public static Gen<string> Body { get; } = Gen.Frequency(
        (20, Whole),
        (1, Odd),
        (1, Gen.Select(Whole, Gen.Int[0, 400], (body, length) => body[..Math.Min(length, body.Length)])));

    private static Gen<string> Or(string usual) => Gen.Frequency((4, Gen.Const(usual)), (1, Odd));

    private static Gen<string> Property(string name, string usual) =>
        Or(usual).Select(value => $"\"{name}\":{value}");

    private static Gen<string> List(Gen<string> items) =>
        items.Array[0, 4].Select(values => $"[{string.Join(',', values)}]");

    private static string Named(string value) => $",\"cache_control\":{value}";

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
