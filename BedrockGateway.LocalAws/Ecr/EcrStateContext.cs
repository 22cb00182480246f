using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Ecr;

[JsonSerializable(typeof(Repository))]
internal sealed partial class EcrStateContext : JsonSerializerContext;
