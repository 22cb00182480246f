namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminRemoveUserFromGroup</c>.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html
/// </remarks>
public class AdminRemoveUserFromGroupRequest : AmazonCognitoIdentityProviderRequest
{
    public string GroupName { get; set; }

    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
