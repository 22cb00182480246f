using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>AI21 Jurassic-2. Tokens of prompt and completion are not listed.</summary>
internal sealed class Jurassic : ITextFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("prompt", BodyKind.Text, min: 1)
        .Allow("maxTokens", BodyKind.Integer, min: 0)
        .Allow("minTokens", BodyKind.Integer, min: 0)
        .Allow("numResults", BodyKind.Integer, min: 1, max: 16)
        .Allow("stopSequences", BodyKind.Texts)
        .Allow("temperature", BodyKind.Number, min: 0)
        .Allow("topP", BodyKind.Number, min: 0)
        .Allow("topKReturn", BodyKind.Integer, min: 0)
        .Allow("countPenalty", BodyKind.Object)
        .Allow("presencePenalty", BodyKind.Object)
        .Allow("frequencyPenalty", BodyKind.Object)
        .Closed();

    public string Name => "jurassic";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return PromptTemplate.Read(body.TextAt("prompt"), body.IntAt("maxTokens"), body.TextsAt("stopSequences"));
    }

    public JsonObject Write(ModelRequest request, Reply reply) => new()
    {
        ["id"] = Convert.ToInt32(request.Digest[..7], 16),
        ["prompt"] = new JsonObject { ["text"] = request.Body.TextAt("prompt"), ["tokens"] = new JsonArray() },
        ["completions"] = new JsonArray(
            [.. Enumerable.Range(0, request.Body.IntAt("numResults") ?? 1).Select(_ => Completed(reply))]),
    };

    // Bedrock refuses to stream these models before it comes to this.
    public INativeStream Stream(ModelRequest request) =>
        throw new AwsFault("ValidationException", "The model is unsupported for streaming.");

    private static JsonObject Completed(Reply reply)
    {
        var finish = new JsonObject { ["reason"] = reply.Ending.Word("endoftext", "length", "stop") };
        if (reply.Ending.Stop == StopKind.TokenLimit)
        {
            finish["length"] = reply.Usage.Output;
        }
        else if (reply.Ending.Sequence is not null)
        {
            finish["sequence"] = reply.Ending.Sequence;
        }

        return new()
        {
            ["data"] = new JsonObject { ["text"] = "\n" + reply.Text, ["tokens"] = new JsonArray() },
            ["finishReason"] = finish,
        };
    }
}
