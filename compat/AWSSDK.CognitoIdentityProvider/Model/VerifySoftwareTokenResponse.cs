using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>VerifySoftwareToken</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
/// </remarks>
public class VerifySoftwareTokenResponse : AmazonWebServiceResponse
{
    public string Session { get; set; }

    public VerifySoftwareTokenResponseType Status { get; set; }
}
