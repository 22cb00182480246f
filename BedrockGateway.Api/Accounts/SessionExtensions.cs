using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Api.Accounts;

internal static class SessionExtensions
{
    /// <summary>Revokes every refresh and access token of a user's; ID tokens live on until they expire.</summary>
    public static Task EndSessionsAsync(
        this IAmazonCognitoIdentityProvider cognito,
        string poolId,
        string username,
        CancellationToken cancellationToken) =>
        cognito.AdminUserGlobalSignOutAsync(
            new AdminUserGlobalSignOutRequest { UserPoolId = poolId, Username = username }, cancellationToken);

    /// <summary>The same of a user who has just been disabled.</summary>
    public static async Task EndSessionsOfDisabledAsync(
        this IAmazonCognitoIdentityProvider cognito,
        string poolId,
        string username,
        CancellationToken cancellationToken)
    {
        try
        {
            await cognito.EndSessionsAsync(poolId, username, cancellationToken);
        }
        catch (NotAuthorizedException)
        {
            // About a user who is disabled; disabling has revoked the tokens as well.
        }
    }
}
