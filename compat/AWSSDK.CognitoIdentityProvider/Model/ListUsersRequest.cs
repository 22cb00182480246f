namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>ListUsers</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
/// </remarks>
public class ListUsersRequest : AmazonCognitoIdentityProviderRequest
{
    public List<string> AttributesToGet { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Filter { get; set; }

    public int? Limit { get; set; }

    public string PaginationToken { get; set; }

    public string UserPoolId { get; set; }
}
