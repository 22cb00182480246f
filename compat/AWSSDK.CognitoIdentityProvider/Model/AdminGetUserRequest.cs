namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminGetUser</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
/// </remarks>
public class AdminGetUserRequest : AmazonCognitoIdentityProviderRequest
{
    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
