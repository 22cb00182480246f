namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>SoftwareTokenMfaSettingsType</c> of the service.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SoftwareTokenMfaSettingsType.html
/// </remarks>
public class SoftwareTokenMfaSettingsType
{
    public bool? Enabled { get; set; }

    public bool? PreferredMfa { get; set; }
}
