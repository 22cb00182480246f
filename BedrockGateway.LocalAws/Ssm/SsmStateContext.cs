using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Ssm;

[JsonSerializable(typeof(Parameter))]
internal sealed partial class SsmStateContext : JsonSerializerContext;
