using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.Anthropic;

/// <summary>Claude 3 and later: Anthropic's Messages API without <c>model</c> and <c>stream</c>.</summary>
internal sealed class AnthropicMessages : ITextFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("anthropic_version", BodyKind.Text)
        .Require("max_tokens", BodyKind.Integer, min: 1)
        .Require("messages", BodyKind.Turns, min: 1)
        .Allow("stop_sequences", BodyKind.Texts)
        .Allow("temperature", BodyKind.Number, min: 0)
        .Allow("top_p", BodyKind.Number, min: 0)
        .Allow("top_k", BodyKind.Integer, min: 0)
        .Allow("tools", BodyKind.List)
        .Refuse("model", "stream");

    public string Name => "anthropic-messages";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        var prompt = AnthropicPrompt.Read(body);
        AnthropicChecks.Check(body, prompt);
        return prompt;
    }

    public void CheckLimit(ModelRequest request, Prompt prompt) => AnthropicChecks.CheckLimit(request, prompt);

    public JsonObject Write(ModelRequest request, Reply reply) => Message(
        request,
        new JsonArray([.. reply.Blocks.Select(Block)]),
        StopReason(reply.Ending),
        reply.Ending.Sequence,
        reply.Usage);

    public INativeStream Stream(ModelRequest request) => new AnthropicStream(request);

    internal static string StopReason(Ending ending) =>
        ending.Word("end_turn", "max_tokens", "stop_sequence", "tool_use");

    internal static JsonObject Message(
        ModelRequest request, JsonArray content, string? stopReason, string? stopSequence, TokenUsage usage) =>
        new()
        {
            ["model"] = request.Model.Id["anthropic.".Length..],
            ["id"] = $"msg_bdrk_{request.Digest[..24]}",
            ["type"] = "message",
            ["role"] = "assistant",
            ["content"] = content,
            ["stop_reason"] = stopReason,
            ["stop_sequence"] = stopSequence,
            ["usage"] = Usage(usage),
        };

    internal static JsonObject Usage(TokenUsage usage) => new()
    {
        ["input_tokens"] = usage.Input,
        ["cache_creation_input_tokens"] = usage.CacheWrite,
        ["cache_read_input_tokens"] = usage.CacheRead,
        ["output_tokens"] = usage.Output,
    };

    /// <summary>A block as it starts in a stream, before its deltas.</summary>
    internal static JsonObject? Empty(ReplyBlock block) => block switch
    {
        TextBlock => Block(new TextBlock(string.Empty)),
        ReasoningBlock => Block(new ReasoningBlock(string.Empty, string.Empty)),
        ToolUseBlock use => Block(use with { Input = [] }),
        _ => null,
    };

    private static JsonObject? Block(ReplyBlock block) => block switch
    {
        TextBlock { Text: var text } => new() { ["type"] = "text", ["text"] = text },
        ReasoningBlock { Text: var text, Signature: var signature } =>
            new() { ["type"] = "thinking", ["thinking"] = text, ["signature"] = signature },
        ToolUseBlock use => new()
        {
            ["type"] = "tool_use",
            ["id"] = $"toolu_bdrk_{use.Key}",
            ["name"] = use.Name,
            ["input"] = use.Input.DeepClone(),
        },
        _ => null,
    };
}
