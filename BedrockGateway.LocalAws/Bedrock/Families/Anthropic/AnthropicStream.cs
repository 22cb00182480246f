using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.Anthropic;

/// <summary>The events of Anthropic's streaming Messages API, each a chunk.</summary>
/// <remarks>Source: https://docs.claude.com/en/docs/build-with-claude/streaming</remarks>
internal sealed class AnthropicStream(ModelRequest request) : INativeStream
{
    /// <inheritdoc/>
    public IEnumerable<JsonObject> Write(ReplyEvent step) => step switch
    {
        ReplyStarted { Usage: var usage } => [new()
        {
            ["type"] = "message_start",
            ["message"] = AnthropicMessages.Message(request, [], null, null, usage),
        }],
        BlockStarted { Index: var index, Block: var block } => [new()
        {
            ["type"] = "content_block_start",
            ["index"] = index,
            ["content_block"] = AnthropicMessages.Empty(block),
        }],
        BlockDelta delta => [new()
        {
            ["type"] = "content_block_delta",
            ["index"] = delta.Index,
            ["delta"] = Delta(delta),
        }],
        BlockEnded { Index: var index } => [new() { ["type"] = "content_block_stop", ["index"] = index }],
        ReplyEnded ended => End(ended),
        _ => [],
    };

#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    private static JsonObject Delta(BlockDelta delta) => delta.Kind switch
    {
        DeltaKind.Text => new() { ["type"] = "text_delta", ["text"] = delta.Text },
        DeltaKind.Reasoning => new() { ["type"] = "thinking_delta", ["thinking"] = delta.Text },
        DeltaKind.Signature => new() { ["type"] = "signature_delta", ["signature"] = delta.Text },
        DeltaKind.Input => new() { ["type"] = "input_json_delta", ["partial_json"] = delta.Text },
    };
#pragma warning restore CS8524

    private static IEnumerable<JsonObject> End(ReplyEnded ended) =>
    [
        new()
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject
            {
                ["stop_reason"] = AnthropicMessages.StopReason(ended.Ending),
                ["stop_sequence"] = ended.Ending.Sequence,
            },
            ["usage"] = AnthropicMessages.Usage(ended.Usage),
        },
        new() { ["type"] = "message_stop" },
    ];
}
