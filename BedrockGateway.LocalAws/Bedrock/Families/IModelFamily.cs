using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Catalogue;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Models that share one native JSON of InvokeModel.</summary>
/// <remarks>
/// Bodies are those of https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
/// </remarks>
internal interface IModelFamily
{
    /// <summary>What <c>models.json</c> calls the family.</summary>
    string Name { get; }
}

/// <summary>One invocation, its body parsed.</summary>
/// <param name="Model">The model that answers.</param>
/// <param name="Body">The body as the caller sent it.</param>
/// <param name="Digest">Lower-case hex SHA-256 of the body's bytes.</param>
internal sealed record ModelRequest(FoundationModel Model, JsonObject Body, string Digest);
