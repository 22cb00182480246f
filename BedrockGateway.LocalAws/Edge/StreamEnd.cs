using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>What happens to a streamed reply in its middle.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StreamEnd>))]
internal enum StreamEnd
{
    /// <summary>The connection ends without the end of the reply.</summary>
    [JsonStringEnumMemberName("cut")]
    Cut,

    /// <summary>Nothing comes until faults are released or removed, or the caller gives up.</summary>
    [JsonStringEnumMemberName("hold")]
    Hold,
}
