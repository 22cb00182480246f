using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>ConfirmSignUp</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
/// </remarks>
public class ConfirmSignUpResponse : AmazonWebServiceResponse
{
    public string Session { get; set; }
}
