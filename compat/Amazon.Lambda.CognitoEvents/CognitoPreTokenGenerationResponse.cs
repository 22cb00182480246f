using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CognitoEvents;

/// <summary>What the tokens say otherwise than they would.</summary>
[DataContract]
public class CognitoPreTokenGenerationResponse : CognitoTriggerResponse
{
    [DataMember(Name = "claimsOverrideDetails")]
    [JsonPropertyName("claimsOverrideDetails")]
    public ClaimOverrideDetails ClaimsOverrideDetails { get; set; } = new();
}
