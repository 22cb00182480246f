using CsCheck;
using static BedrockGateway.Api.Tests.OpenAi.JsonGens;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>Requests of OpenAI's routes: right ones, half right ones and hostile ones.</summary>
internal static class RequestGens
{
    private static readonly Gen<string> Model = Mostly(
        "\"us.anthropic.claude-sonnet-4-6\"", "\"amazon.nova-lite-v1:0\"", "\"us.meta.llama3-3-70b-instruct-v1:0\"",
        "\"openai.gpt-oss-120b-1:0\"", "\"arn:aws:bedrock:us-east-1:1:application-inference-profile/x\"", "\"alias\"");

    private static readonly Gen<string> Name = Mostly("\"add\"", "\"a.b/c\"", "\"answer_in_json\"");

    private static readonly Gen<string> Id = Mostly("\"call_1\"", "\"a:b\"", "\"\"");

    private static readonly Gen<string> Arguments =
        Mostly(Gen.OneOf<string>(Gen.OneOf<string>("\"{}\"", "\"{\\\"a\\\":1}\"", "\"\"", "\"{\""), Quoted(Anything)));

    private static readonly Gen<string> Cache = Mostly("{\"type\":\"ephemeral\"}", "null");

    private static readonly Gen<string> Image = Mostly(
        "\"data:image/png;base64,iVBORw0KGgo=\"", "\"data:image/jpg;base64,/9j/4AAQ\"");

    private static readonly Gen<string> Schema = Mostly(
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}", "{\"type\":\"array\"}", "{}",
        "{\"properties\":{}}");

    private static readonly Gen<string> Flag = Mostly("true", "false");

    private static readonly Gen<string> Text = Mostly("\"Hi\"", "\" \"", "\"\"");

    private static readonly (string Name, Gen<string> Value)[] Common =
    [
        ("model", Model),
        ("temperature?", Mostly("0", "0.5", "2")),
        ("top_p?", Mostly("0", "1")),
        ("stream?", Flag),
        ("parallel_tool_calls?", Flag),
        ("metadata?", Anything),
        ("user?", Anything),
    ];

    /// <summary>Requests of POST /v1/chat/completions.</summary>
    public static Gen<string> Chat { get; } = SometimesBroken(Object(
    [
        .. Common,
        ("messages", List(Message(), most: 5)),
        ("stream_options?", Object(("include_usage", Flag))),
        ("max_tokens?", Mostly("1", "4000")),
        ("stop?", Gen.OneOf<string>(Mostly("\"END\""), List(Mostly("\"a\"", "\" \""), most: 4))),
        ("n?", Mostly("1", "null")),
        ("reasoning_effort?", Mostly("\"low\"", "\"high\"", "\"none\"")),
        ("response_format?", Gen.OneOf<string>(
            Mostly("{\"type\":\"text\"}", "{\"type\":\"json_object\"}"),
            Object(
                ("type", Mostly("\"json_schema\"")),
                ("json_schema", Object(("name", Name), ("schema?", Schema), ("strict?", Flag)))))),
        ("tools?", List(
            Object(("type", Mostly("\"function\"")), ("function", Function()), ("cache_control?", Cache)), most: 3)),
        ("tool_choice?", Gen.Frequency<string>(
            (6, Mostly("\"auto\"", "\"none\"", "\"required\"")),
            (1, Object(("type", Mostly("\"function\"")), ("function", Object(("name", Name))))))),
    ]));

    /// <summary>Requests of POST /v1/responses.</summary>
    public static Gen<string> Responses { get; } = SometimesBroken(Object(
    [
        .. Common,
        ("input", Gen.OneOf<string>(Text, List(Item(), most: 5))),
        ("instructions?", Text),
        ("store?", Flag),
        ("max_output_tokens?", Mostly("16", "4000")),
        ("reasoning?", Object(("effort", Mostly("\"low\"", "\"medium\"")))),
        ("text?", Object(("format", Object(
            ("type", Mostly("\"text\"", "\"json_object\"", "\"json_schema\"")), ("name", Name), ("schema?", Schema))))),
        ("tools?", List(
            Object(("type", Mostly("\"function\"")), ("name", Name), ("parameters?", Schema), ("strict?", Flag)),
            most: 3)),
        ("tool_choice?", Gen.Frequency<string>(
            (6, Mostly("\"auto\"", "\"none\"", "\"required\"")),
            (1, Object(("type", Mostly("\"function\"")), ("name", Name))))),
    ]));

    /// <summary>Requests of POST /v1/embeddings.</summary>
    public static Gen<string> Embeddings { get; } = SometimesBroken(Object(
        ("model", Mostly(
            "\"amazon.titan-embed-text-v2:0\"", "\"amazon.titan-embed-text-v1\"", "\"amazon.nova-lite-v1:0\"")),
        ("input", Gen.OneOf<string>(Text, List(Mostly("\"a\"", "\"b\""), most: 4), List(Mostly("1", "2"), most: 4))),
        ("dimensions?", Mostly("256", "1024", "1536")),
        ("encoding_format?", Mostly("\"float\"", "\"base64\""))));

    private static Gen<string> Function() => Object(
        ("name", Name), ("description?", Text), ("parameters?", Schema));

    private static Gen<string> Content() => Gen.OneOf<string>(
        Text,
        List(
            Gen.OneOf<string>(
                Object(("type", Mostly("\"text\"", "\"input_text\"")), ("text", Text), ("cache_control?", Cache)),
                Object(("type", Mostly("\"image_url\"")), ("image_url", Object(("url", Image)))),
                Object(("type", Mostly("\"input_image\"")), ("image_url", Image)),
                Object(
                    ("type", Mostly("\"input_file\"")),
                    ("filename?", Text),
                    ("file_data", Mostly("\"data:application/pdf;base64,JVBERg==\"")))),
            most: 3));

    private static Gen<string> Message() => Gen.OneOf<string>(
        Object(
            ("role", Mostly("\"system\"", "\"developer\"", "\"user\"")),
            ("content", Content()),
            ("cache_control?", Cache)),
        Object(
            ("role", Mostly("\"assistant\"")),
            ("content?", Content()),
            ("reasoning_content?", Text),
            ("reasoning_signature?", Text),
            ("tool_calls?", List(
                Object(("id", Id), ("function", Object(("name", Name), ("arguments?", Arguments)))), most: 3))),
        Object(("role", Mostly("\"tool\"")), ("tool_call_id", Id), ("content", Content())));

    private static Gen<string> Item() => Gen.OneOf<string>(
        Object(
            ("type?", Mostly("\"message\"")),
            ("role", Mostly("\"system\"", "\"user\"", "\"assistant\"")),
            ("content", Content())),
        Object(("type", Mostly("\"function_call\"")), ("call_id", Id), ("name", Name), ("arguments?", Arguments)),
        Object(("type", Mostly("\"function_call_output\"")), ("call_id", Id), ("output", Content())),
        Mostly("{\"type\":\"reasoning\",\"summary\":[]}"));
}
