namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>SMSMfaSettingsType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SMSMfaSettingsType.html
/// </remarks>
public class SMSMfaSettingsType
{
    public bool? Enabled { get; set; }

    public bool? PreferredMfa { get; set; }
}
