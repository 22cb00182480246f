namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminDisableUser</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
/// </remarks>
public class AdminDisableUserRequest : AmazonCognitoIdentityProviderRequest
{
    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
