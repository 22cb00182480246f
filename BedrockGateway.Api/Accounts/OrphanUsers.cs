using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Removes users that a failed registration left without a key, and only those.</summary>
internal sealed class OrphanUsers(
    IAmazonCognitoIdentityProvider cognito, IOptions<ResourcesOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Long enough for another registration of the same address to finish, which gives its user a key.
    private const int Looks = 10;

    private readonly ResourcesOptions _resources = options.Value;

    public async Task DeleteAsync(string email, CancellationToken cancellationToken)
    {
        try
        {
            await cognito.AdminDeleteUserAsync(
                new AdminDeleteUserRequest { UserPoolId = _resources.UserPoolId, Username = email }, cancellationToken);
        }
        catch (UserNotFoundException)
        {
            // An earlier attempt whose reply was lost.
        }
    }

    /// <summary>Deletes the user unless it is older than the attempt or gets a key while we look.</summary>
    public async Task DeleteIfKeylessAsync(
        string email, DateTimeOffset attemptedAt, CancellationToken cancellationToken)
    {
        for (var look = 1; await IsKeylessAsync(email, attemptedAt - ClockSkew, cancellationToken); look++)
        {
            if (look == Looks)
            {
                await DeleteAsync(email, cancellationToken);
                return;
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private async Task<bool> IsKeylessAsync(string email, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        try
        {
            var user = await cognito.AdminGetUserAsync(
                new AdminGetUserRequest { UserPoolId = _resources.UserPoolId, Username = email }, cancellationToken);
            return user.UserCreateDate is { } created
                && created.ToUniversalTime() >= notBefore.UtcDateTime
                && (user.UserAttributes ?? []).TrueForAll(attribute => attribute.Name != StoredKey.Attribute);
        }
        catch (UserNotFoundException)
        {
            return false;
        }
    }
}
