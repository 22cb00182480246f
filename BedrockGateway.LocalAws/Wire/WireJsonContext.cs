using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Wire;

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class WireJsonContext : JsonSerializerContext;
