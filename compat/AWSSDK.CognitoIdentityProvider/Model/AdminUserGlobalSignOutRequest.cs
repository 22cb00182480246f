namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminUserGlobalSignOut</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html
/// </remarks>
public class AdminUserGlobalSignOutRequest : AmazonCognitoIdentityProviderRequest
{
    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
