namespace BedrockGateway.Api.Accounts;

/// <summary>Steps of a login that this API offers, by Cognito's names.</summary>
internal static class ChallengeNames
{
    public const string NewPassword = "NEW_PASSWORD_REQUIRED";
    public const string Totp = "SOFTWARE_TOKEN_MFA";
    public const string MfaSetup = "MFA_SETUP";
    public const string SelectMfa = "SELECT_MFA_TYPE";
}
