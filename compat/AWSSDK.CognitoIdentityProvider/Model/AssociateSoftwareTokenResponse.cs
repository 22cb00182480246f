using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>AssociateSoftwareToken</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html
/// </remarks>
public class AssociateSoftwareTokenResponse : AmazonWebServiceResponse
{
    public string SecretCode { get; set; }

    public string Session { get; set; }
}
