namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>AdminSetUserMFAPreference</c>.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html
/// </remarks>
public class AdminSetUserMFAPreferenceRequest : AmazonCognitoIdentityProviderRequest
{
    public EmailMfaSettingsType EmailMfaSettings { get; set; }

    public SMSMfaSettingsType SMSMfaSettings { get; set; }

    public SoftwareTokenMfaSettingsType SoftwareTokenMfaSettings { get; set; }

    public string Username { get; set; }

    public string UserPoolId { get; set; }

    public WebAuthnMfaSettingsType WebAuthnMfaSettings { get; set; }
}
