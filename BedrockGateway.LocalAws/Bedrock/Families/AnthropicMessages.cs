using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

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
        var turns = body["messages"]!.AsArray();
        return new(
            Conversation.LastUserText(turns),
            Conversation.CountTokens(turns, body["system"]),
            body.IntAt("max_tokens")!.Value,
            body.TextsAt("stop_sequences"));
    }

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) => new()
    {
        ["model"] = request.Model.Id["anthropic.".Length..],
        ["id"] = $"msg_bdrk_{request.Digest[..24]}",
        ["type"] = "message",
        ["role"] = "assistant",
        ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = completion.Text }),
        ["stop_reason"] = completion.StopReason("end_turn", "max_tokens", "stop_sequence"),
        ["stop_sequence"] = completion.StopSequence,
        ["usage"] = new JsonObject
        {
            ["input_tokens"] = prompt.Tokens,
            ["cache_creation_input_tokens"] = 0,
            ["cache_read_input_tokens"] = 0,
            ["output_tokens"] = completion.Tokens,
        },
    };
}
