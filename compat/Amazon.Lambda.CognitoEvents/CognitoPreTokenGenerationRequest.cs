using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CognitoEvents;

/// <summary>Whose tokens they are.</summary>
[DataContract]
public class CognitoPreTokenGenerationRequest : CognitoTriggerRequest
{
    [DataMember(Name = "groupConfiguration")]
    [JsonPropertyName("groupConfiguration")]
    public GroupConfiguration GroupConfiguration { get; set; } = new();

    [DataMember(Name = "clientMetadata")]
    [JsonPropertyName("clientMetadata")]
    public Dictionary<string, string> ClientMetadata { get; set; } = [];
}
