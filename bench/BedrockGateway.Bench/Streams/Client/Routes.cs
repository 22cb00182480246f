namespace BedrockGateway.Bench.Streams.Client;

/// <summary>The routes to measure.</summary>
internal static class Routes
{
    /// <summary>The streaming route of which many are held open at once.</summary>
    public static Route Chat => Streamed[3];

    /// <summary>Replies that are no streams.</summary>
    public static IReadOnlyList<Route> Whole { get; } =
    [
        new("POST /bedrock (Claude)", "/bedrock", Prompts.Bedrock(isStreamed: false), Invoke),
        new("POST /model/…/converse", Converse.Path, Converse.Body, Converse),
        new("POST /v1/chat/completions", "/v1/chat/completions", Prompts.Chat(isStreamed: false), Converse),
        new("POST /v1/responses", "/v1/responses", Prompts.Responses(isStreamed: false), Converse),
        new("POST /v1/messages (Claude)", "/v1/messages", Prompts.Anthropic(Prompts.Claude, isStreamed: false), Invoke),
        new("POST /v1/messages (Nova)", "/v1/messages", Prompts.Anthropic(Prompts.Nova, isStreamed: false), Converse),
        new("POST /v1/embeddings (Titan)", "/v1/embeddings", Prompts.Embeddings(), Embed),
    ];

    public static IReadOnlyList<Route> Streamed { get; } =
    [
        new("POST /bedrock (Claude)", "/bedrock", Prompts.Bedrock(isStreamed: true), InvokeStream),
        new("POST /model/…/invoke-with-response-stream", InvokeStream.Path, InvokeStream.Body, InvokeStream),
        new("POST /model/…/converse-stream", ConverseStream.Path, ConverseStream.Body, ConverseStream),
        new("POST /v1/chat/completions", "/v1/chat/completions", Prompts.Chat(isStreamed: true), ConverseStream),
        new("POST /v1/responses", "/v1/responses", Prompts.Responses(isStreamed: true), ConverseStream),
        new(
            "POST /v1/messages (Claude)",
            "/v1/messages",
            Prompts.Anthropic(Prompts.Claude, isStreamed: true),
            InvokeStream),
        new(
            "POST /v1/messages (Nova)",
            "/v1/messages",
            Prompts.Anthropic(Prompts.Nova, isStreamed: true),
            ConverseStream),
    ];

    private static BedrockCall Converse => Call(Prompts.Nova, "converse", Prompts.Converse);

    private static BedrockCall ConverseStream => Call(Prompts.Nova, "converse-stream", Prompts.Converse);

    private static BedrockCall Invoke => Call(Prompts.Claude, "invoke", Prompts.Messages);

    private static BedrockCall InvokeStream => Call(Prompts.Claude, "invoke-with-response-stream", Prompts.Messages);

    private static BedrockCall Embed => Call(Prompts.Titan, "invoke", Prompts.Embedding);

    private static BedrockCall Call(string model, string operation, string body) =>
        new($"/model/{Uri.EscapeDataString(model)}/{operation}", body);
}
