using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Amazon Nova's understanding models.</summary>
internal sealed class Nova : ITextFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("messages", BodyKind.BlockTurns, min: 1)
        .Allow("schemaVersion", BodyKind.Text)
        .Allow("system", BodyKind.List)
        .Allow("toolConfig", BodyKind.Object)
        .Allow("inferenceConfig", BodyKind.Object)
        .Allow("inferenceConfig/maxTokens", BodyKind.Integer, min: 1)
        .Allow("inferenceConfig/max_new_tokens", BodyKind.Integer, min: 1)
        .Allow("inferenceConfig/stopSequences", BodyKind.Texts)
        .Allow("inferenceConfig/temperature", BodyKind.Number, min: 0)
        .Allow("inferenceConfig/topP", BodyKind.Number, min: 0)
        .Allow("inferenceConfig/top_p", BodyKind.Number, min: 0)
        .Allow("inferenceConfig/topK", BodyKind.Integer, min: 0)
        .Allow("inferenceConfig/top_k", BodyKind.Integer, min: 0)
        .Allow("inferenceConfig/reasoningConfig", BodyKind.Object)
        .Allow("inferenceConfig/reasoningConfig/type", BodyKind.Text)
        .Allow("inferenceConfig/reasoningConfig/maxReasoningEffort", BodyKind.Text)
        .Allow("reasoningConfig", BodyKind.Object)
        .Allow("reasoningConfig/type", BodyKind.Text)
        .Allow("reasoningConfig/maxReasoningEffort", BodyKind.Text)
        .Allow("guardrailConfig", BodyKind.Object)
        .Closed();

    public string Name => "nova";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        var turns = body["messages"]!.AsArray();
        return new(
            Conversation.LastUserText(turns),
            Conversation.CountTokens(turns, body["system"]),
            body.IntAt("inferenceConfig/maxTokens") ?? body.IntAt("inferenceConfig/max_new_tokens") ?? int.MaxValue,
            body.TextsAt("inferenceConfig/stopSequences"));
    }

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) => new()
    {
        ["output"] = new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["content"] = new JsonArray(new JsonObject { ["text"] = completion.Text }),
                ["role"] = "assistant",
            },
        },
        ["stopReason"] = completion.StopReason("end_turn", "max_tokens", "stop_sequence"),
        ["usage"] = new JsonObject
        {
            ["inputTokens"] = prompt.Tokens,
            ["outputTokens"] = completion.Tokens,
            ["totalTokens"] = prompt.Tokens + completion.Tokens,
            ["cacheReadInputTokenCount"] = 0,
            ["cacheWriteInputTokenCount"] = 0,
        },
    };
}
