using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.Cohere;

/// <summary>Cohere Command and Command Light.</summary>
internal sealed class CohereCommand : ITextFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("prompt", BodyKind.Text, min: 1)
        .Allow("max_tokens", BodyKind.Integer, min: 1)
        .Allow("num_generations", BodyKind.Integer, min: 1, max: 5)
        .Allow("stop_sequences", BodyKind.Texts)
        .Allow("end_sequences", BodyKind.Texts)
        .Allow("temperature", BodyKind.Number, min: 0)
        .Allow("p", BodyKind.Number, min: 0)
        .Allow("k", BodyKind.Number, min: 0)
        .Allow("return_likelihoods", BodyKind.Text)
        .Allow("logit_bias", BodyKind.Object)
        .Allow("truncate", BodyKind.Text)
        .Allow("stream", BodyKind.Flag)
        .Closed();

    public string Name => "command";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return PromptTemplate.Read(
            body.TextAt("prompt"),
            body.IntAt("max_tokens"),
            [.. body.TextsAt("stop_sequences"), .. body.TextsAt("end_sequences")]);
    }

    public JsonObject Write(ModelRequest request, Reply reply) => new()
    {
        ["id"] = DigestIds.Uuid(request.Digest),
        ["generations"] = new JsonArray(
            [.. Enumerable.Range(0, request.Body.IntAt("num_generations") ?? 1).Select(index => new JsonObject
            {
                ["id"] = DigestIds.Uuid(request.Digest, index + 1),
                ["text"] = " " + reply.Text,
                ["finish_reason"] = reply.Ending.Word("COMPLETE", "MAX_TOKENS", "COMPLETE"),
            })]),
        ["prompt"] = request.Body.TextAt("prompt"),
    };

    public INativeStream Stream(ModelRequest request) => new TextStream(
        text => new() { ["text"] = text, ["is_finished"] = false, ["index"] = 0 },
        ended => new()
        {
            ["finish_reason"] = ended.Ending.Word("COMPLETE", "MAX_TOKENS", "COMPLETE"),
            ["is_finished"] = true,
            ["index"] = 0,
        },
        lead: " ");
}
