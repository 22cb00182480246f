using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Meta Llama: one prompt in Llama's own template; it knows no stop sequences.</summary>
internal sealed class Llama : ITextFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("prompt", BodyKind.Text, min: 1)
        .Allow("max_gen_len", BodyKind.Integer, min: 1)
        .Allow("temperature", BodyKind.Number, min: 0)
        .Allow("top_p", BodyKind.Number, min: 0)
        .Allow("images", BodyKind.List)
        .Closed();

    public string Name => "llama";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return PromptTemplate.Read(body.TextAt("prompt"), body.IntAt("max_gen_len"), []);
    }

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) => new()
    {
        ["generation"] = completion.Text,
        ["prompt_token_count"] = prompt.Tokens,
        ["generation_token_count"] = completion.Tokens,
        ["stop_reason"] = completion.StopReason("stop", "length", "stop"),
    };
}
