namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The parameters of <c>SetUserMFAPreference</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
/// </remarks>
public class SetUserMFAPreferenceRequest : AmazonCognitoIdentityProviderRequest
{
    public string AccessToken { get; set; }

    public EmailMfaSettingsType EmailMfaSettings { get; set; }

    public SMSMfaSettingsType SMSMfaSettings { get; set; }

    public SoftwareTokenMfaSettingsType SoftwareTokenMfaSettings { get; set; }

    public WebAuthnMfaSettingsType WebAuthnMfaSettings { get; set; }
}
