using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Lambda.Deployed;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DeployedFunction[]))]
internal sealed partial class DeployedJsonContext : JsonSerializerContext;
