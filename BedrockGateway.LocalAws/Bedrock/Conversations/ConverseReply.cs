using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>Replies in Converse's JSON.</summary>
internal static class ConverseReply
{
    public static JsonObject Message(Reply reply) => new()
    {
        ["content"] = new JsonArray([.. reply.Blocks.Select(Block)]),
        ["role"] = "assistant",
    };

    public static string StopReason(Ending ending) =>
        ending.Word("end_turn", "max_tokens", "stop_sequence", "tool_use");

    /// <param name="usage">The tokens.</param>
    /// <param name="isCached">Whether the model caches, so that the cache's part is told.</param>
    public static JsonObject Usage(TokenUsage usage, bool isCached)
    {
        var body = new JsonObject
        {
            ["inputTokens"] = usage.Input,
            ["outputTokens"] = usage.Output,
            ["totalTokens"] = usage.Total,
        };
        if (isCached)
        {
            body["cacheReadInputTokens"] = usage.CacheRead;
            body["cacheWriteInputTokens"] = usage.CacheWrite;
        }

        return body;
    }

    public static string ToolUseId(ToolUseBlock use) => $"tooluse_{use.Key}";

    private static JsonObject? Block(ReplyBlock block) => block switch
    {
        TextBlock { Text: var text } => new() { ["text"] = text },
        ReasoningBlock { Text: var text, Signature: var signature } => new()
        {
            ["reasoningContent"] = new JsonObject
            {
                ["reasoningText"] = new JsonObject { ["text"] = text, ["signature"] = signature },
            },
        },
        ToolUseBlock use => new()
        {
            ["toolUse"] = new JsonObject
            {
                ["toolUseId"] = ToolUseId(use),
                ["name"] = use.Name,
                ["input"] = use.Input.DeepClone(),
            },
        },
        _ => null,
    };
}
