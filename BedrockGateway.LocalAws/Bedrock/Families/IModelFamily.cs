using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Catalogue;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Models that share one native JSON of InvokeModel.</summary>
/// <remarks>
/// A reply is a pure function of the model and the request's bytes. Bodies are those of
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
/// </remarks>
internal interface IModelFamily
{
    /// <summary>What <c>models.json</c> calls the family.</summary>
    string Name { get; }

    /// <exception cref="Wire.AwsFault"><c>ValidationException</c>: the body is not what the family takes.</exception>
    ModelReply Invoke(ModelRequest request);
}

/// <summary>One invocation, its body parsed.</summary>
/// <param name="Model">The model that answers.</param>
/// <param name="Body">The body as the caller sent it.</param>
/// <param name="Digest">Lower-case hex SHA-256 of the body's bytes.</param>
internal sealed record ModelRequest(FoundationModel Model, JsonObject Body, string Digest);

/// <summary>What a model answered.</summary>
/// <param name="Body">The family's own JSON.</param>
/// <param name="InputTokens">Tokens read, by the rule of <see cref="TokenText"/>.</param>
/// <param name="OutputTokens">Tokens written; <see langword="null"/> for embeddings and images.</param>
internal sealed record ModelReply(JsonObject Body, int? InputTokens, int? OutputTokens);
