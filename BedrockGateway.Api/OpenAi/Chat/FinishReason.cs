namespace BedrockGateway.Api.OpenAi.Chat;

/// <summary>Why a model stopped, as OpenAI names it.</summary>
internal static class FinishReason
{
    /// <param name="stopReason">Bedrock's stop reason.</param>
    public static string Of(string stopReason) => stopReason switch
    {
        "tool_use" => "tool_calls",
        "max_tokens" or "model_context_window_exceeded" => "length",
        "guardrail_intervened" or "content_filtered" => "content_filter",
        _ => "stop",
    };
}
