using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>Shuts a user out, and lets them in again.</summary>
/// <remarks>
/// An ID token lives on until it expires, and API Gateway asks nobody whether it still holds. So whoever is shut out
/// loses their keys as well. Each step leaves the user with less, or gives back what is not yet of use; a repeat of the
/// same request finishes what a failure left.
/// </remarks>
internal sealed class UserLock(
    IAmazonCognitoIdentityProvider cognito, KeySwitch keys, IOptions<ResourcesOptions> options)
{
    private readonly string _poolId = options.Value.UserPoolId;

    /// <summary>The user first, then the keys: so no rotation at the same time leaves one that works.</summary>
    public async Task DisableAsync(PoolUser user, CancellationToken cancellationToken)
    {
        await cognito.AdminDisableUserAsync(
            new AdminDisableUserRequest { UserPoolId = _poolId, Username = user.Username }, cancellationToken);
        await cognito.EndSessionsOfDisabledAsync(_poolId, user.Username, cancellationToken);
        await keys.SetAsync(user.Subject, isEnabled: false, cancellationToken);
    }

    public async Task EnableAsync(PoolUser user, CancellationToken cancellationToken)
    {
        await cognito.AdminEnableUserAsync(
            new AdminEnableUserRequest { UserPoolId = _poolId, Username = user.Username }, cancellationToken);
        await keys.SetAsync(user.Subject, isEnabled: true, cancellationToken);
    }

    /// <summary>The keys stay off until an administrator enables the user.</summary>
    public async Task SignOutAsync(PoolUser user, CancellationToken cancellationToken)
    {
        await cognito.EndSessionsAsync(_poolId, user.Username, cancellationToken);
        await keys.SetAsync(user.Subject, isEnabled: false, cancellationToken);
    }
}
