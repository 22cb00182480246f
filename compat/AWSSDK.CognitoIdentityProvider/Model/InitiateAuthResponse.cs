using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>InitiateAuth</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
/// </remarks>
public class InitiateAuthResponse : AmazonWebServiceResponse
{
    public AuthenticationResultType AuthenticationResult { get; set; }

    public List<string> AvailableChallenges { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ChallengeNameType ChallengeName { get; set; }

    public Dictionary<string, string> ChallengeParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Session { get; set; }
}
