using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>AdminListGroupsForUser</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html
/// </remarks>
public class AdminListGroupsForUserResponse : AmazonWebServiceResponse
{
    public List<GroupType> Groups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
