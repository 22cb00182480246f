namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminUpdateUserAttributes</c>.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
/// </remarks>
public class AdminUpdateUserAttributesRequest : AmazonCognitoIdentityProviderRequest
{
    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<AttributeType> UserAttributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
