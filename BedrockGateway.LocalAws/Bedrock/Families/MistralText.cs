using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Mistral's first models on Bedrock: one prompt in <c>[INST]</c> template.</summary>
internal sealed class MistralText : ITextFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("prompt", BodyKind.Text, min: 1)
        .Allow("max_tokens", BodyKind.Integer, min: 1)
        .Allow("stop", BodyKind.Texts)
        .Allow("temperature", BodyKind.Number, min: 0)
        .Allow("top_p", BodyKind.Number, min: 0)
        .Allow("top_k", BodyKind.Integer, min: 0)
        .Closed();

    public string Name => "mistral-text";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return PromptTemplate.Read(body.TextAt("prompt"), body.IntAt("max_tokens"), body.TextsAt("stop"));
    }

    public JsonObject Write(ModelRequest request, Reply reply) =>
        Chunk(reply.Text, reply.Ending.Word("stop", "length", "stop"));

    public INativeStream Stream(ModelRequest request) => new TextStream(
        text => Chunk(text, stopReason: null),
        ended => Chunk(string.Empty, ended.Ending.Word("stop", "length", "stop")));

    private static JsonObject Chunk(string text, string? stopReason) => new()
    {
        ["outputs"] = new JsonArray(new JsonObject { ["text"] = text, ["stop_reason"] = stopReason }),
    };
}
