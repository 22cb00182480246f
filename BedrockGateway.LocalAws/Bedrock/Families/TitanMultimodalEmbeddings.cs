using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Amazon Titan Multimodal Embeddings: a text, an image or both.</summary>
internal sealed class TitanMultimodalEmbeddings : IImmediateFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Allow("inputText", BodyKind.Text, min: 1)
        .Allow("inputImage", BodyKind.Text, min: 1)
        .Allow("embeddingConfig", BodyKind.Object)
        .Allow("embeddingConfig/outputEmbeddingLength", BodyKind.Integer, min: 1, max: 1024)
        .Closed();

    public string Name => "titan-multimodal-embeddings";

    public ModelReply Invoke(ModelRequest request)
    {
        Schema.Check(request.Body);
        var text = request.Body.TextAt("inputText");
        var image = request.Body.TextAt("inputImage");
        if (text.Length + image.Length == 0)
        {
            throw MalformedInput.Fault(["#: required key [inputText] not found"]);
        }

        // An image counts as one word: equal images embed alike, others do not.
        var length = request.Body.IntAt("embeddingConfig/outputEmbeddingLength") ?? request.Model.Dimensions;
        var tokens = TokenText.Count(text);
        return new(
            new JsonObject
            {
                ["embedding"] = Embedding.ToJson(Embedding.Of($"{text} {image}", length)),
                ["inputTextTokenCount"] = tokens,
            },
            tokens,
            OutputTokens: null);
    }
}
