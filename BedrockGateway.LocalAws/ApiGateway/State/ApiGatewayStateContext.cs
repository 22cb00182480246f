using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.ApiGateway.Limits;

namespace BedrockGateway.LocalAws.ApiGateway.State;

[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(CorsOriginsConverter), typeof(DeploymentConverter), typeof(JsonSchemaConverter),
        typeof(MethodPathConverter), typeof(PatternConverter), typeof(TemplateTextConverter),
    ])]
[JsonSerializable(typeof(ApiKey))]
[JsonSerializable(typeof(CustomDomain))]
[JsonSerializable(typeof(RestApi))]
[JsonSerializable(typeof(SavedAccount))]
[JsonSerializable(typeof(SavedDeployment))]
[JsonSerializable(typeof(SavedUsage))]
[JsonSerializable(typeof(UsagePlan))]
[JsonSerializable(typeof(UsagePlanKey))]
internal sealed partial class ApiGatewayStateContext : JsonSerializerContext;
