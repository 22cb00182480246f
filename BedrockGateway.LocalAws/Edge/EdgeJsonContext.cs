using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Edge;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EmulatedOperations))]
[JsonSerializable(typeof(FaultRule))]
[JsonSerializable(typeof(IReadOnlyList<FaultRule>))]
[JsonSerializable(typeof(FaultsInForce))]
[JsonSerializable(typeof(LocalStackHealth))]
internal sealed partial class EdgeJsonContext : JsonSerializerContext;
