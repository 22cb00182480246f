using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>SetUserMFAPreference</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
/// </remarks>
public class SetUserMFAPreferenceResponse : AmazonWebServiceResponse;
