using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Rotations whose process was killed: the key that was being made may be stored as the user's.</summary>
internal sealed class CutRotations(
    IAmazonCognitoIdentityProvider cognito,
    IAmazonAPIGateway gateway,
    OwnUserStore users,
    OwnKeyStore keys,
    StoredKey stored,
    IOptions<ResourcesOptions> options)
{
    /// <summary>Stores the key that counts again, before the one that never came to count is deleted.</summary>
    public async Task MendAsync(string subject, ApiKey dying, CancellationToken cancellationToken)
    {
        if (dying.AttemptOf() is null || await FindAsync(subject, cancellationToken) is not { } user
            || !await IsStoredAsync(user, dying.Id, cancellationToken)
            || await keys.FindAsync(subject, cancellationToken) is not { } own || !own.Key.IsLasting())
        {
            return;
        }

        await cognito.AdminUpdateUserAttributesAsync(
            new AdminUpdateUserAttributesRequest
            {
                UserPoolId = options.Value.UserPoolId,
                Username = user.Username,
                UserAttributes =
                [
                    new() { Name = StoredKey.Attribute, Value = stored.TextOf(own.Key.Id, own.Key.Value) },
                ],
            },
            cancellationToken);
    }

    private async Task<OwnUser?> FindAsync(string subject, CancellationToken cancellationToken)
    {
        try
        {
            // Cognito takes a sub for a name.
            return await users.FindAsync(subject, subject, cancellationToken);
        }
        catch (UserNotFoundException)
        {
            return null;
        }
    }

    private async Task<bool> IsStoredAsync(OwnUser user, string keyId, CancellationToken cancellationToken)
    {
        var key = await gateway.GetApiKeyAsync(
            new GetApiKeyRequest { ApiKey = keyId, IncludeValue = true }, cancellationToken);
        return user.Attributes.GetValueOrDefault(StoredKey.Attribute) == stored.TextOf(key.Id, key.Value);
    }
}
