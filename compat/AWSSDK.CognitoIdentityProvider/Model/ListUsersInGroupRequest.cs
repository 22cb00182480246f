namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>ListUsersInGroup</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html
/// </remarks>
public class ListUsersInGroupRequest : AmazonCognitoIdentityProviderRequest
{
    public string GroupName { get; set; }

    public int? Limit { get; set; }

    public string NextToken { get; set; }

    public string UserPoolId { get; set; }
}
