using System.Runtime.Serialization;

namespace Amazon.Lambda.CognitoEvents;

/// <summary>What a trigger decides.</summary>
[DataContract]
public abstract class CognitoTriggerResponse
{
}
