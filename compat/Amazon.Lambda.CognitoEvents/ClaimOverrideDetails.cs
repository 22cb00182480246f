using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CognitoEvents;

/// <summary>Claims and groups in place of the user's own.</summary>
[DataContract]
public class ClaimOverrideDetails
{
    [DataMember(Name = "claimsToAddOrOverride")]
    [JsonPropertyName("claimsToAddOrOverride")]
    public Dictionary<string, string> ClaimsToAddOrOverride { get; set; } = [];

    [DataMember(Name = "claimsToSuppress")]
    [JsonPropertyName("claimsToSuppress")]
    public List<string> ClaimsToSuppress { get; set; } = [];

    [DataMember(Name = "groupOverrideDetails")]
    [JsonPropertyName("groupOverrideDetails")]
    public GroupConfiguration GroupOverrideDetails { get; set; } = new();
}
