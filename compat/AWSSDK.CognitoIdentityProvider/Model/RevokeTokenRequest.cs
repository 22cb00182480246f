namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>RevokeToken</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
/// </remarks>
public class RevokeTokenRequest : AmazonCognitoIdentityProviderRequest
{
    public string ClientId { get; set; }

    public string ClientSecret { get; set; }

    public string Token { get; set; }
}
