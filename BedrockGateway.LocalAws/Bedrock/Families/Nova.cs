using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Conversations;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Amazon Nova's understanding models, whose JSON is nearly Converse's.</summary>
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
        return new([.. ModelBody.ObjectsOf(body["messages"]).Select(message =>
            new Turn(message.TextAt("role"), ConverseContent.Read(message["content"])))])
        {
            System = ConverseContent.Read(body["system"]),
            Tools = ConverseTools.Read(body),
            Choice = ConverseTools.ReadChoice(body),
            MaxTokens = body.IntAt("inferenceConfig/maxTokens")
                ?? body.IntAt("inferenceConfig/max_new_tokens")
                ?? int.MaxValue,
            StopSequences = body.TextsAt("inferenceConfig/stopSequences"),
            Reasons = body.TextAt("inferenceConfig/reasoningConfig/type") == "enabled"
                || body.TextAt("reasoningConfig/type") == "enabled",
        };
    }

    public JsonObject Write(ModelRequest request, Reply reply) => new()
    {
        ["output"] = new JsonObject { ["message"] = ConverseReply.Message(reply) },
        ["stopReason"] = ConverseReply.StopReason(reply.Ending),
        ["usage"] = Usage(reply.Usage),
    };

    public INativeStream Stream(ModelRequest request) => new NovaStream();

    internal static JsonObject Usage(TokenUsage usage) => new()
    {
        ["inputTokens"] = usage.Input,
        ["outputTokens"] = usage.Output,
        ["totalTokens"] = usage.Total,
        ["cacheReadInputTokenCount"] = usage.CacheRead,
        ["cacheWriteInputTokenCount"] = usage.CacheWrite,
    };
}
