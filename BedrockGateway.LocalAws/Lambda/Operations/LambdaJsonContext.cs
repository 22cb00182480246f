using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Lambda.Operations;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FunctionConfiguration))]
[JsonSerializable(typeof(GetFunction.Response), TypeInfoPropertyName = "GetFunctionResponse")]
[JsonSerializable(typeof(ListFunctions.Response), TypeInfoPropertyName = "ListFunctionsResponse")]
internal sealed partial class LambdaJsonContext : JsonSerializerContext;
