using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Amazon Nova Multimodal Embeddings: single embeddings of text.</summary>
/// <remarks>Images, audio, video and segmented embeddings are not emulated.</remarks>
internal sealed class NovaEmbeddings : IImmediateFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("taskType", BodyKind.Text)
        .Require("singleEmbeddingParams", BodyKind.Object)
        .Allow("schemaVersion", BodyKind.Text)
        .Allow("singleEmbeddingParams/embeddingPurpose", BodyKind.Text)
        .Allow("singleEmbeddingParams/embeddingDimension", BodyKind.Integer, min: 1, max: 3072)
        .Require("singleEmbeddingParams/text", BodyKind.Object)
        .Require("singleEmbeddingParams/text/value", BodyKind.Text, min: 1)
        .Allow("singleEmbeddingParams/text/truncationMode", BodyKind.Text)
        .Closed();

    public string Name => "nova-embeddings";

    public ModelReply Invoke(ModelRequest request)
    {
        Schema.Check(request.Body);
        var text = request.Body.TextAt("singleEmbeddingParams/text/value");
        var length = request.Body.IntAt("singleEmbeddingParams/embeddingDimension") ?? request.Model.Dimensions;
        var embedding = new JsonObject
        {
            ["embeddingType"] = "TEXT",
            ["embedding"] = Embedding.ToJson(Embedding.Of(text, length)),
        };
        return new(
            new JsonObject { ["embeddings"] = new JsonArray(embedding) }, TokenText.Count(text), OutputTokens: null);
    }
}
