using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>A family whose models answer at once and never stream: embeddings, images, rankings.</summary>
/// <remarks>A reply is a pure function of the model and the request's bytes.</remarks>
internal interface IImmediateFamily : IModelFamily
{
    /// <exception cref="Wire.AwsFault"><c>ValidationException</c>: the body is not what the family takes.</exception>
    ModelReply Invoke(ModelRequest request);
}

/// <summary>What a model answered.</summary>
/// <param name="Body">The family's own JSON.</param>
/// <param name="InputTokens">Tokens read, by the rule of <see cref="TokenText"/>.</param>
/// <param name="OutputTokens">Tokens written; <see langword="null"/> for embeddings and images.</param>
internal sealed record ModelReply(JsonObject Body, int? InputTokens, int? OutputTokens);
