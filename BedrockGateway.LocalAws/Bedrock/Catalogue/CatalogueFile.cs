using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Bedrock.Catalogue;

/// <summary>Layout of <c>models.json</c>.</summary>
/// <param name="Updated">Day of the catalogue, which stands for every date that a client reads of it.</param>
/// <param name="Geographies">What each profile prefix routes to.</param>
/// <param name="Models">Every model.</param>
internal sealed record CatalogueFile(
    DateTimeOffset Updated, Dictionary<string, Geography> Geographies, FoundationModel[] Models);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CatalogueFile))]
internal sealed partial class CatalogueJsonContext : JsonSerializerContext;
