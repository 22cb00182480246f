using System.Text.Json.Nodes;

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

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) => new()
    {
        ["outputs"] = new JsonArray(new JsonObject
        {
            ["text"] = completion.Text,
            ["stop_reason"] = completion.StopReason("stop", "length", "stop"),
        }),
    };
}
