namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminDeleteUser</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
/// </remarks>
public class AdminDeleteUserRequest : AmazonCognitoIdentityProviderRequest
{
    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
