using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CreateApiKey.Request), TypeInfoPropertyName = "CreateApiKeyRequest")]
[JsonSerializable(typeof(CreateUsagePlan.Request), TypeInfoPropertyName = "CreateUsagePlanRequest")]
[JsonSerializable(typeof(CreateUsagePlanKey.Request), TypeInfoPropertyName = "CreateUsagePlanKeyRequest")]
[JsonSerializable(typeof(TagResource.Request), TypeInfoPropertyName = "TagResourceRequest")]
[JsonSerializable(typeof(GetTags.Response), TypeInfoPropertyName = "GetTagsResponse")]
[JsonSerializable(typeof(PatchRequest))]
[JsonSerializable(typeof(AccountView))]
[JsonSerializable(typeof(ApiKeyView))]
[JsonSerializable(typeof(Page<ApiKeyView>), TypeInfoPropertyName = "ApiKeyPage")]
[JsonSerializable(typeof(UsagePlanView))]
[JsonSerializable(typeof(Page<UsagePlanView>), TypeInfoPropertyName = "UsagePlanPage")]
[JsonSerializable(typeof(UsagePlanKeyView))]
[JsonSerializable(typeof(Page<UsagePlanKeyView>), TypeInfoPropertyName = "UsagePlanKeyPage")]
[JsonSerializable(typeof(UsageView))]
[JsonSerializable(typeof(RestApiView))]
[JsonSerializable(typeof(Page<RestApiView>), TypeInfoPropertyName = "RestApiPage")]
[JsonSerializable(typeof(ResourceView))]
[JsonSerializable(typeof(Page<ResourceView>), TypeInfoPropertyName = "ResourcePage")]
[JsonSerializable(typeof(StageView))]
[JsonSerializable(typeof(GetStages.Response), TypeInfoPropertyName = "GetStagesResponse")]
[JsonSerializable(typeof(DeploymentView))]
[JsonSerializable(typeof(Page<DeploymentView>), TypeInfoPropertyName = "DeploymentPage")]
internal sealed partial class ApiGatewayJsonContext : JsonSerializerContext;
