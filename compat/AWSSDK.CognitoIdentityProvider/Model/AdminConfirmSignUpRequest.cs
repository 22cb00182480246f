namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminConfirmSignUp</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
/// </remarks>
public class AdminConfirmSignUpRequest : AmazonCognitoIdentityProviderRequest
{
    public Dictionary<string, string> ClientMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
