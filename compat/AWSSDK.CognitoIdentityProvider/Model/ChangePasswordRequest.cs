namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>ChangePassword</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html
/// </remarks>
public class ChangePasswordRequest : AmazonCognitoIdentityProviderRequest
{
    public string AccessToken { get; set; }

    public string PreviousPassword { get; set; }

    public string ProposedPassword { get; set; }
}
