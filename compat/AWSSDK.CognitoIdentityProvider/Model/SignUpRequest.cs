namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>SignUp</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html
/// </remarks>
public class SignUpRequest : AmazonCognitoIdentityProviderRequest
{
    public AnalyticsMetadataType AnalyticsMetadata { get; set; }

    public string ClientId { get; set; }

    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Password { get; set; }

    public string SecretHash { get; set; }

    public List<AttributeType> UserAttributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public UserContextDataType UserContextData { get; set; }

    public string Username { get; set; }

    public List<AttributeType> ValidationData { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
