using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>AdminRemoveUserFromGroup</c>.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html
/// </remarks>
public class AdminRemoveUserFromGroupResponse : AmazonWebServiceResponse;
