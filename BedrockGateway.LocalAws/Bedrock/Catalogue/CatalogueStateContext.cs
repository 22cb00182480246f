using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Bedrock.Catalogue;

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(InferenceProfile))]
internal sealed partial class CatalogueStateContext : JsonSerializerContext;
