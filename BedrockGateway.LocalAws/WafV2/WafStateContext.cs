using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.WafV2;

[JsonSerializable(typeof(WebAcl))]
internal sealed partial class WafStateContext : JsonSerializerContext;
