using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Cohere Command R and R+: one message and the history before it.</summary>
internal sealed class CommandR : ITextFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("message", BodyKind.Text, min: 1)
        .Allow("chat_history", BodyKind.List)
        .Allow("preamble", BodyKind.Text)
        .Allow("documents", BodyKind.List)
        .Allow("max_tokens", BodyKind.Integer, min: 1)
        .Allow("stop_sequences", BodyKind.Texts)
        .Allow("temperature", BodyKind.Number, min: 0)
        .Allow("p", BodyKind.Number, min: 0)
        .Allow("k", BodyKind.Number, min: 0)
        .Allow("frequency_penalty", BodyKind.Number)
        .Allow("presence_penalty", BodyKind.Number)
        .Allow("prompt_truncation", BodyKind.Text)
        .Allow("search_queries_only", BodyKind.Flag)
        .Allow("return_prompt", BodyKind.Flag)
        .Allow("raw_prompting", BodyKind.Flag)
        .Allow("seed", BodyKind.Integer)
        .Allow("tools", BodyKind.List)
        .Allow("tool_results", BodyKind.List)
        .Closed();

    public string Name => "command-r";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        var message = body.TextAt("message");
        var before = string.Join('\n', History(body)
            .OfType<JsonObject>().Select(turn => turn.TextAt("message"))
            .Prepend(body.TextAt("preamble")));
        return new(
            message,
            TokenText.Count(before.Trim()) + TokenText.Count(message),
            body.IntAt("max_tokens") ?? int.MaxValue,
            body.TextsAt("stop_sequences"));
    }

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) => new()
    {
        ["response_id"] = DigestIds.Uuid(request.Digest),
        ["text"] = completion.Text,
        ["generation_id"] = DigestIds.Uuid(request.Digest, 1),
        ["chat_history"] = new JsonArray(
        [
            .. History(request.Body).Select(turn => turn?.DeepClone()),
            new JsonObject { ["role"] = "USER", ["message"] = prompt.LastUserText },
            new JsonObject { ["role"] = "CHATBOT", ["message"] = completion.Text },
        ]),
        ["finish_reason"] = completion.StopReason("COMPLETE", "MAX_TOKENS", "COMPLETE"),
    };

    private static JsonArray History(JsonObject body) => body["chat_history"] as JsonArray ?? [];
}
