namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminListGroupsForUser</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html
/// </remarks>
public class AdminListGroupsForUserRequest : AmazonCognitoIdentityProviderRequest
{
    public int? Limit { get; set; }

    public string NextToken { get; set; }

    public string UserPoolId { get; set; }

    public string Username { get; set; }
}
