using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Bedrock;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListFoundationModels.Response), TypeInfoPropertyName = "ListFoundationModelsResponse")]
[JsonSerializable(typeof(GetFoundationModel.Response), TypeInfoPropertyName = "GetFoundationModelResponse")]
[JsonSerializable(typeof(ListInferenceProfiles.Response), TypeInfoPropertyName = "ListInferenceProfilesResponse")]
[JsonSerializable(typeof(CreateInferenceProfile.Request), TypeInfoPropertyName = "CreateInferenceProfileRequest")]
[JsonSerializable(typeof(CreateInferenceProfile.Response), TypeInfoPropertyName = "CreateInferenceProfileResponse")]
[JsonSerializable(typeof(DeleteInferenceProfile.Response), TypeInfoPropertyName = "DeleteInferenceProfileResponse")]
[JsonSerializable(typeof(CountTokens.Response), TypeInfoPropertyName = "CountTokensResponse")]
internal sealed partial class BedrockJsonContext : JsonSerializerContext;
