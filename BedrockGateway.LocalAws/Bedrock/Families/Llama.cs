using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

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

    public JsonObject Write(ModelRequest request, Reply reply) => new()
    {
        ["generation"] = reply.Text,
        ["prompt_token_count"] = reply.Usage.Input,
        ["generation_token_count"] = reply.Usage.Output,
        ["stop_reason"] = reply.Ending.Word("stop", "length", "stop"),
    };

    // The first chunk alone tells the length of the prompt, and each how much is written.
    public INativeStream Stream(ModelRequest request) => new LlamaStream();
}
