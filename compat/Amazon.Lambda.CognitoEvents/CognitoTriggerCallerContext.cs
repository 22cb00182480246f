using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CognitoEvents;

/// <summary>The SDK and the app client behind the call that set a trigger off.</summary>
[DataContract]
public class CognitoTriggerCallerContext
{
    [DataMember(Name = "awsSdkVersion")]
    [JsonPropertyName("awsSdkVersion")]
    public string AwsSdkVersion { get; set; }

    [DataMember(Name = "clientId")]
    [JsonPropertyName("clientId")]
    public string ClientId { get; set; }
}
