using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>AdminUpdateUserAttributes</c>.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
/// </remarks>
public class AdminUpdateUserAttributesResponse : AmazonWebServiceResponse;
