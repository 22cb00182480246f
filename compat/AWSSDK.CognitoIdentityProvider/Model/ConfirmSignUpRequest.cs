namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>ConfirmSignUp</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
/// </remarks>
public class ConfirmSignUpRequest : AmazonCognitoIdentityProviderRequest
{
    public AnalyticsMetadataType AnalyticsMetadata { get; set; }

    public string ClientId { get; set; }

    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ConfirmationCode { get; set; }

    public bool? ForceAliasCreation { get; set; }

    public string SecretHash { get; set; }

    public string Session { get; set; }

    public UserContextDataType UserContextData { get; set; }

    public string Username { get; set; }
}
