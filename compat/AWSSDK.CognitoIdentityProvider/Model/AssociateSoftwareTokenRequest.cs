namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AssociateSoftwareToken</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html
/// </remarks>
public class AssociateSoftwareTokenRequest : AmazonCognitoIdentityProviderRequest
{
    public string AccessToken { get; set; }

    public string Session { get; set; }
}
