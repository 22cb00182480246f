namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>WebAuthnMfaSettingsType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnMfaSettingsType.html
/// </remarks>
public class WebAuthnMfaSettingsType
{
    public bool? Enabled { get; set; }
}
