using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>Error body of AWS JSON 1.1.</summary>
internal sealed record JsonFault(
    [property: JsonPropertyName("__type")] string Type,
    [property: JsonPropertyName("message")] string Message);

/// <summary>Error body of REST-JSON.</summary>
internal sealed record RestFault([property: JsonPropertyName("message")] string Message);

[JsonSerializable(typeof(JsonFault))]
[JsonSerializable(typeof(RestFault))]
internal sealed partial class WireJsonContext : JsonSerializerContext;
