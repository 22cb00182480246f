using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Amazon Titan Text Embeddings; V1 takes the text alone.</summary>
internal sealed class TitanEmbeddings : IImmediateFamily
{
    private static readonly BodySchema FirstVersion = new BodySchema()
        .Require("inputText", BodyKind.Text, min: 1)
        .Closed();

    private static readonly BodySchema SecondVersion = new BodySchema()
        .Require("inputText", BodyKind.Text, min: 1)
        .Allow("dimensions", BodyKind.Integer, min: 1, max: 1024)
        .Allow("normalize", BodyKind.Flag)
        .Allow("embeddingTypes", BodyKind.Texts)
        .Closed();

    public string Name => "titan-embeddings";

    public ModelReply Invoke(ModelRequest request)
    {
        var isFirst = request.Model.Id.EndsWith("-v1", StringComparison.Ordinal);
        (isFirst ? FirstVersion : SecondVersion).Check(request.Body);
        var text = request.Body.TextAt("inputText");
        var vector = Embedding.Of(text, request.Body.IntAt("dimensions") ?? request.Model.Dimensions);
        var tokens = TokenText.Count(text);
        var body = new JsonObject { ["embedding"] = Embedding.ToJson(vector), ["inputTextTokenCount"] = tokens };
        if (!isFirst)
        {
            body["embeddingsByType"] = Embedding.ByType(vector, TypesOf(request.Body));
        }

        return new(body, tokens, OutputTokens: null);
    }

    private static IReadOnlyList<string> TypesOf(JsonObject body) =>
        body.TextsAt("embeddingTypes") is { Count: > 0 } types ? types : ["float"];
}
