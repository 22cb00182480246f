using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>ListUsers</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
/// </remarks>
public class ListUsersResponse : AmazonWebServiceResponse
{
    public string PaginationToken { get; set; }

    public List<UserType> Users { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
