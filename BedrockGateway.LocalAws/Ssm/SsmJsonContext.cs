using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Ssm;

[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DeleteParameter.Request), TypeInfoPropertyName = "DeleteParameterRequest")]
[JsonSerializable(typeof(DeleteParameter.Response), TypeInfoPropertyName = "DeleteParameterResponse")]
[JsonSerializable(typeof(GetParameter.Request), TypeInfoPropertyName = "GetParameterRequest")]
[JsonSerializable(typeof(GetParameter.Response), TypeInfoPropertyName = "GetParameterResponse")]
[JsonSerializable(typeof(GetParameters.Request), TypeInfoPropertyName = "GetParametersRequest")]
[JsonSerializable(typeof(GetParameters.Response), TypeInfoPropertyName = "GetParametersResponse")]
[JsonSerializable(typeof(PutParameter.Request), TypeInfoPropertyName = "PutParameterRequest")]
[JsonSerializable(typeof(PutParameter.Response), TypeInfoPropertyName = "PutParameterResponse")]
internal sealed partial class SsmJsonContext : JsonSerializerContext;
