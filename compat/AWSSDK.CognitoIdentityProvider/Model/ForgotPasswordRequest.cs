namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>ForgotPassword</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html
/// </remarks>
public class ForgotPasswordRequest : AmazonCognitoIdentityProviderRequest
{
    public AnalyticsMetadataType AnalyticsMetadata { get; set; }

    public string ClientId { get; set; }

    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string SecretHash { get; set; }

    public UserContextDataType UserContextData { get; set; }

    public string Username { get; set; }
}
