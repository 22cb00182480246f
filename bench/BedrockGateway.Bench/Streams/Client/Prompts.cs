namespace BedrockGateway.Bench.Streams.Client;

/// <summary>The same short conversation in every dialect.</summary>
internal static class Prompts
{
    public const string Nova = "amazon.nova-lite-v1:0";
    public const string Claude = "us.anthropic.claude-sonnet-4-6";
    public const string Titan = "amazon.titan-embed-text-v2:0";

    private const string System = "You answer questions about Amazon API Gateway in one sentence, without examples.";
    private const string First = "What does a stage of API Gateway stand for?";
    private const string Answer = "A stage is a named reference to a deployment of the API, with settings of its own.";
    private const string Second = "Say in one sentence what a usage plan of API Gateway limits.";

    /// <summary>Converse's.</summary>
    public const string Converse =
        $$$"""
        {"system":[{"text":"{{{System}}}"}],"messages":[{"role":"user","content":[{"text":"{{{First}}}"}]},
        {"role":"assistant","content":[{"text":"{{{Answer}}}"}]},{"role":"user","content":[{"text":"{{{Second}}}"}]}],
        "inferenceConfig":{"maxTokens":64,"temperature":0}}
        """;

    /// <summary>Claude's own parameters.</summary>
    public const string Messages =
        $$$"""
        {"anthropic_version":"bedrock-2023-05-31",{{{MessagesFields}}}}
        """;

    /// <summary>Titan's.</summary>
    public const string Embedding = $$"""{"inputText":"{{Second}}"}""";

    private const string MessagesFields =
        $$$"""
        "max_tokens":64,"temperature":0,"system":"{{{System}}}","messages":[{"role":"user","content":"{{{First}}}"},
        {"role":"assistant","content":"{{{Answer}}}"},{"role":"user","content":"{{{Second}}}"}]
        """;

    private const string Turns =
        $$"""
        {"role":"user","content":"{{First}}"},{"role":"assistant","content":"{{Answer}}"},
        {"role":"user","content":"{{Second}}"}
        """;

    /// <summary>POST /bedrock.</summary>
    public static string Bedrock(bool isStreamed) =>
        $$"""{"modelId":"{{Claude}}",{{Stream(isStreamed)}}"inferenceParameters":{{Messages}}}""";

    /// <summary>POST /v1/chat/completions.</summary>
    public static string Chat(bool isStreamed) =>
        $$"""
        {"model":"{{Nova}}",{{Stream(isStreamed)}}"max_tokens":64,"temperature":0,
        "messages":[{"role":"system","content":"{{System}}"},{{Turns}}]}
        """;

    /// <summary>POST /v1/responses.</summary>
    public static string Responses(bool isStreamed) =>
        $$"""
        {"model":"{{Nova}}",{{Stream(isStreamed)}}"max_output_tokens":64,"temperature":0,"store":false,
        "instructions":"{{System}}","input":[{{Turns}}]}
        """;

    /// <summary>POST /v1/messages.</summary>
    public static string Anthropic(string model, bool isStreamed) =>
        $$"""{"model":"{{model}}",{{Stream(isStreamed)}}{{MessagesFields}}}""";

    /// <summary>POST /v1/embeddings.</summary>
    public static string Embeddings() => $$"""{"model":"{{Titan}}","input":"{{Second}}"}""";

    private static string Stream(bool isStreamed) => isStreamed ? "\"stream\":true," : "";
}
