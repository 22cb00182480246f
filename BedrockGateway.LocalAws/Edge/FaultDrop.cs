using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>Where in a call its connection is lost.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultDrop>))]
internal enum FaultDrop
{
    /// <summary>The operation is not carried out.</summary>
    [JsonStringEnumMemberName("call")]
    Call,

    /// <summary>The operation is carried out, and the caller never learns how it ended.</summary>
    [JsonStringEnumMemberName("reply")]
    Reply,
}
