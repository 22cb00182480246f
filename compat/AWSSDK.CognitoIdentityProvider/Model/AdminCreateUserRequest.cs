namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminCreateUser</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
/// </remarks>
public class AdminCreateUserRequest : AmazonCognitoIdentityProviderRequest
{
    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string> DesiredDeliveryMediums { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? ForceAliasCreation { get; set; }

    public MessageActionType MessageAction { get; set; }

    public string TemporaryPassword { get; set; }

    public List<AttributeType> UserAttributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string UserPoolId { get; set; }

    public string Username { get; set; }

    public List<AttributeType> ValidationData { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
