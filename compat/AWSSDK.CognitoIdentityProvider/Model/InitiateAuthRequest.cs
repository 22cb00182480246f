namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>InitiateAuth</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
/// </remarks>
public class InitiateAuthRequest : AmazonCognitoIdentityProviderRequest
{
    public AnalyticsMetadataType AnalyticsMetadata { get; set; }

    public AuthFlowType AuthFlow { get; set; }

    public Dictionary<string, string> AuthParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ClientId { get; set; }

    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Session { get; set; }

    public UserContextDataType UserContextData { get; set; }
}
