using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>OpenAI's chat JSON, which several families share with small differences.</summary>
/// <param name="StopReasonName">What a choice calls why it ends.</param>
internal sealed record ChatFormat(string StopReasonName = "finish_reason")
{
    // 2026-09-01T00:00:00Z: a clock here would make equal requests answer differently.
    private const long CreatedSeconds = 1_788_220_800;

    /// <summary>What every such family takes; each adds its own.</summary>
    public static BodySchema Schema() => new BodySchema()
        .Require("messages", BodyKind.Turns, min: 1)
        .Allow("max_tokens", BodyKind.Integer, min: 1)
        .Allow("temperature", BodyKind.Number, min: 0)
        .Allow("top_p", BodyKind.Number, min: 0)
        .Allow("n", BodyKind.Integer, min: 1, max: 16)
        .Allow("tools", BodyKind.List);

    public static Prompt Read(JsonObject body)
    {
        var turns = body["messages"]!.AsArray();
        return new(
            Conversation.LastUserText(turns),
            Conversation.CountTokens(turns),
            body.IntAt("max_completion_tokens") ?? body.IntAt("max_tokens") ?? int.MaxValue,
            body.TextsAt("stop"));
    }

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) => new()
    {
        ["id"] = $"chatcmpl-{request.Digest[..24]}",
        ["object"] = "chat.completion",
        ["created"] = CreatedSeconds,
        ["model"] = request.Model.Id,
        ["choices"] = new JsonArray([.. Enumerable.Range(0, request.Body.IntAt("n") ?? 1).Select(index => new JsonObject
        {
            ["index"] = index,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = completion.Text },
            [StopReasonName] = completion.StopReason("stop", "length", "stop"),
        })]),
        ["usage"] = new JsonObject
        {
            ["prompt_tokens"] = prompt.Tokens,
            ["completion_tokens"] = completion.Tokens,
            ["total_tokens"] = prompt.Tokens + completion.Tokens,
        },
    };
}
