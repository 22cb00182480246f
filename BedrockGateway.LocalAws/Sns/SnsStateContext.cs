using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Sns;

[JsonSerializable(typeof(Topic))]
internal sealed partial class SnsStateContext : JsonSerializerContext;
