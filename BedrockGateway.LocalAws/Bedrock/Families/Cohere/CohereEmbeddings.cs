using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families.Cohere;

/// <summary>Cohere Embed: many texts at once. Images are not emulated.</summary>
internal sealed class CohereEmbeddings : IImmediateFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("texts", BodyKind.Texts, min: 1, max: 96)
        .Require("input_type", BodyKind.Text)
        .Allow("truncate", BodyKind.Text)
        .Allow("embedding_types", BodyKind.Texts)
        .Allow("max_tokens", BodyKind.Integer, min: 1)
        .Allow("output_dimension", BodyKind.Integer, min: 1, max: 1536)
        .Closed();

    public string Name => "cohere-embeddings";

    public ModelReply Invoke(ModelRequest request)
    {
        Schema.Check(request.Body);
        var texts = request.Body.TextsAt("texts");
        var types = request.Body.TextsAt("embedding_types");
        var length = request.Body.IntAt("output_dimension") ?? request.Model.Dimensions;
        float[][] vectors = [.. texts.Select(text => Embedding.Of(text, length))];
        var body = new JsonObject
        {
            ["id"] = DigestIds.Uuid(request.Digest),
            ["texts"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]),
            ["embeddings"] = types.Count == 0 ? Lists(vectors, "float") : ByType(vectors, types),
            ["response_type"] = types.Count == 0 ? "embeddings_floats" : "embeddings_by_type",
        };
        return new(body, texts.Sum(text => TokenText.Count(text)), OutputTokens: null);
    }

    private static JsonObject ByType(float[][] vectors, IReadOnlyList<string> types) => new(types.Distinct()
        .Select(type => KeyValuePair.Create<string, JsonNode?>(type, Lists(vectors, type))));

    private static JsonArray Lists(float[][] vectors, string type) =>
        new([.. vectors.Select(vector => Embedding.ToJson(vector, type))]);
}
