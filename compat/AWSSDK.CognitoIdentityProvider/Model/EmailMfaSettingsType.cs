namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>EmailMfaSettingsType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailMfaSettingsType.html
/// </remarks>
public class EmailMfaSettingsType
{
    public bool? Enabled { get; set; }

    public bool? PreferredMfa { get; set; }
}
