namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminEnableUser</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html
/// </remarks>
public class AdminEnableUserRequest : AmazonCognitoIdentityProviderRequest
{
    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
