using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>AdminAddUserToGroup</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html
/// </remarks>
public class AdminAddUserToGroupResponse : AmazonWebServiceResponse;
