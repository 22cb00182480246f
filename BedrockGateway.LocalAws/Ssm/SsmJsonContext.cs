using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Ssm;

[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GetParameter.Request), TypeInfoPropertyName = "GetParameterRequest")]
[JsonSerializable(typeof(GetParameter.Response), TypeInfoPropertyName = "GetParameterResponse")]
internal sealed partial class SsmJsonContext : JsonSerializerContext;
