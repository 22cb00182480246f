using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Api.Accounts;

internal static class MfaExtensions
{
    /// <summary>Has logins ask for a code of the authenticator app, or not.</summary>
    public static Task PreferAsync(
        this IAmazonCognitoIdentityProvider cognito,
        string accessToken,
        bool isOn,
        CancellationToken cancellationToken) =>
        cognito.SetUserMFAPreferenceAsync(
            new SetUserMFAPreferenceRequest
            {
                AccessToken = accessToken,
                SoftwareTokenMfaSettings = new() { Enabled = isOn, PreferredMfa = isOn },
            },
            cancellationToken);
}
