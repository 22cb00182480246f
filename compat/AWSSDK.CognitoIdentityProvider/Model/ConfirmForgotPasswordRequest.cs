namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>ConfirmForgotPassword</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html
/// </remarks>
public class ConfirmForgotPasswordRequest : AmazonCognitoIdentityProviderRequest
{
    public AnalyticsMetadataType AnalyticsMetadata { get; set; }

    public string ClientId { get; set; }

    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ConfirmationCode { get; set; }

    public string Password { get; set; }

    public string SecretHash { get; set; }

    public UserContextDataType UserContextData { get; set; }

    public string Username { get; set; }
}
