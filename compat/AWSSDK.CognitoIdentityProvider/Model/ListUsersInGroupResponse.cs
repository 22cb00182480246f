using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>ListUsersInGroup</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html
/// </remarks>
public class ListUsersInGroupResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<UserType> Users { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
