using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>RespondToAuthChallenge</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
/// </remarks>
public class RespondToAuthChallengeResponse : AmazonWebServiceResponse
{
    public AuthenticationResultType AuthenticationResult { get; set; }

    public ChallengeNameType ChallengeName { get; set; }

    public Dictionary<string, string> ChallengeParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Session { get; set; }
}
