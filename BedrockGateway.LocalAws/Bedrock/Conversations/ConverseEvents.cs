using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>Steps of a reply as the events of ConverseStream, by name, which Nova's own chunks share.</summary>
internal static class ConverseEvents
{
    /// <summary>
    /// The event of a step; texts and thoughts begin with their first delta, and the usage after <c>messageStop</c> is
    /// for the caller to add.
    /// </summary>
    public static (string Name, JsonObject Event)? Of(ReplyEvent step) => step switch
    {
        ReplyStarted => ("messageStart", new() { ["role"] = "assistant" }),
        BlockStarted { Index: var index, Block: ToolUseBlock use } => ("contentBlockStart", new()
        {
            ["contentBlockIndex"] = index,
            ["start"] = new JsonObject
            {
                ["toolUse"] = new JsonObject
                {
                    ["name"] = use.Name,
                    ["toolUseId"] = ConverseReply.ToolUseId(use),
                },
            },
        }),
        BlockDelta delta => ("contentBlockDelta", new()
        {
            ["contentBlockIndex"] = delta.Index,
            ["delta"] = Delta(delta),
        }),
        BlockEnded { Index: var index } => ("contentBlockStop", new() { ["contentBlockIndex"] = index }),
        ReplyEnded { Ending: var ending } =>
            ("messageStop", new() { ["stopReason"] = ConverseReply.StopReason(ending) }),
        _ => null,
    };

#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    private static JsonObject Delta(BlockDelta delta) => delta.Kind switch
    {
        DeltaKind.Text => new() { ["text"] = delta.Text },
        DeltaKind.Reasoning => new() { ["reasoningContent"] = new JsonObject { ["text"] = delta.Text } },
        DeltaKind.Signature => new() { ["reasoningContent"] = new JsonObject { ["signature"] = delta.Text } },
        DeltaKind.Input => new() { ["toolUse"] = new JsonObject { ["input"] = delta.Text } },
    };
#pragma warning restore CS8524
}
