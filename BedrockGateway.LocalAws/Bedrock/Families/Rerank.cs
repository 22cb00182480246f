using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Reranking: the more of the query's words a document has, the more relevant it is.</summary>
internal sealed class Rerank : IImmediateFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("query", BodyKind.Text, min: 1)
        .Require("documents", BodyKind.List, min: 1)
        .Allow("top_n", BodyKind.Integer, min: 1)
        .Allow("api_version", BodyKind.Integer, min: 1)
        .Allow("max_tokens_per_doc", BodyKind.Integer, min: 1)
        .Closed();

    public string Name => "rerank";

    public ModelReply Invoke(ModelRequest request)
    {
        Schema.Check(request.Body);
        string[] asked = [.. Embedding.Words(request.Body.TextAt("query")).Distinct()];
        var results = request.Body["documents"]!.AsArray()
            .Select((document, index) => (Index: index, Score: Relevance(asked, TextOf(document))))
            .OrderByDescending(result => result.Score)
            .Take(request.Body.IntAt("top_n") ?? int.MaxValue)
            .Select(result => new JsonObject { ["index"] = result.Index, ["relevance_score"] = result.Score });
        return new(
            new JsonObject { ["results"] = new JsonArray([.. results]) }, InputTokens: null, OutputTokens: null);
    }

    // A string, or an object with a text.
    private static string TextOf(JsonNode? document) =>
        ModelBody.TextOf(document) ?? (document as JsonObject)?.TextAt("text") ?? string.Empty;

    private static double Relevance(string[] asked, string document)
    {
        var words = Embedding.Words(document).ToHashSet(StringComparer.Ordinal);
        return asked.Length == 0 ? 0 : (double)asked.Count(words.Contains) / asked.Length;
    }
}
