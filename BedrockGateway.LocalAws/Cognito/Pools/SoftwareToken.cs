namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>An authenticator app that proved to have its secret.</summary>
/// <param name="Secret">The secret in base32.</param>
/// <param name="IsEnabled">Whether the user turned it on for sign-ins.</param>
/// <param name="IsPreferred">Whether it comes before other factors, of which there are none here.</param>
/// <param name="LastStep">The step of time whose code was used last; that code and earlier ones are spent.</param>
internal sealed record SoftwareToken(string Secret, bool IsEnabled, bool IsPreferred, long LastStep)
{
    /// <summary>The factor's name in lists and challenges.</summary>
    public const string Factor = "SOFTWARE_TOKEN_MFA";
}
