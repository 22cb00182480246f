using System.Runtime.Serialization;

namespace Amazon.Lambda.CognitoEvents;

/// <summary>The event before tokens are made, in its first version.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
/// </remarks>
[DataContract]
public class CognitoPreTokenGenerationEvent
    : CognitoTriggerEvent<CognitoPreTokenGenerationRequest, CognitoPreTokenGenerationResponse>
{
}
