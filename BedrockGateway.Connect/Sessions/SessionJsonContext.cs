using System.Text.Json.Serialization;

namespace BedrockGateway.Connect.Sessions;

[JsonSerializable(typeof(Session))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class SessionJsonContext : JsonSerializerContext;
