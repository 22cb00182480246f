using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>AdminUserGlobalSignOut</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html
/// </remarks>
public class AdminUserGlobalSignOutResponse : AmazonWebServiceResponse;
