namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>RespondToAuthChallenge</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
/// </remarks>
public class RespondToAuthChallengeRequest : AmazonCognitoIdentityProviderRequest
{
    public AnalyticsMetadataType AnalyticsMetadata { get; set; }

    public ChallengeNameType ChallengeName { get; set; }

    public Dictionary<string, string> ChallengeResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ClientId { get; set; }

    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Session { get; set; }

    public UserContextDataType UserContextData { get; set; }
}
