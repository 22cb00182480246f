using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.Cohere;

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
        return CommandRPrompt.Read(body);
    }

    public JsonObject Write(ModelRequest request, Reply reply) => Whole(request, reply);

    public INativeStream Stream(ModelRequest request) => new CommandRStream(request);

    internal static string Word(Ending ending) => ending.Word("COMPLETE", "MAX_TOKENS", "COMPLETE", "COMPLETE");

    internal static JsonArray Calls(Reply reply) => new([.. reply.ToolUses.Select(use => new JsonObject
    {
        ["name"] = use.Name,
        ["parameters"] = use.Input.DeepClone(),
    })]);

    internal static JsonObject Whole(ModelRequest request, Reply reply)
    {
        var body = new JsonObject
        {
            ["response_id"] = DigestIds.Uuid(request.Digest),
            ["text"] = reply.Text,
            ["generation_id"] = DigestIds.Uuid(request.Digest, 1),
            ["chat_history"] = new JsonArray(
            [
                .. (request.Body["chat_history"] as JsonArray ?? []).Select(turn => turn?.DeepClone()),
                new JsonObject { ["role"] = "USER", ["message"] = request.Body.TextAt("message") },
                new JsonObject { ["role"] = "CHATBOT", ["message"] = reply.Text },
            ]),
            ["finish_reason"] = Word(reply.Ending),
        };
        if (reply.ToolUses.Any())
        {
            body["tool_calls"] = Calls(reply);
        }

        return body;
    }
}
