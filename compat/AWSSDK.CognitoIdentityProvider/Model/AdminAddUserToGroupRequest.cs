namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminAddUserToGroup</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html
/// </remarks>
public class AdminAddUserToGroupRequest : AmazonCognitoIdentityProviderRequest
{
    public string GroupName { get; set; }

    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
