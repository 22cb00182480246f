namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>ResendConfirmationCode</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html
/// </remarks>
public class ResendConfirmationCodeRequest : AmazonCognitoIdentityProviderRequest
{
    public AnalyticsMetadataType AnalyticsMetadata { get; set; }

    public string ClientId { get; set; }

    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string SecretHash { get; set; }

    public UserContextDataType UserContextData { get; set; }

    public string Username { get; set; }
}
