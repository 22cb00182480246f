namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>VerifySoftwareToken</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
/// </remarks>
public class VerifySoftwareTokenRequest : AmazonCognitoIdentityProviderRequest
{
    public string AccessToken { get; set; }

    public string FriendlyDeviceName { get; set; }

    public string Session { get; set; }

    public string UserCode { get; set; }
}
