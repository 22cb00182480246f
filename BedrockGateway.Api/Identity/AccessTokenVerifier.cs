using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BedrockGateway.Api.Identity;

/// <summary>
/// Verifies the access token that some requests bring in their body: the pool's signature, this client, and the user
/// of the ID token.
/// </summary>
/// <remarks>Whether it was revoked only Cognito knows, and says when the token is used.</remarks>
internal sealed class AccessTokenVerifier(
    PoolTokenReader reader, IOptions<ResourcesOptions> options, TimeProvider clock)
{
    private readonly ResourcesOptions _resources = options.Value;

    /// <param name="text">The token.</param>
    /// <param name="subject"><c>sub</c> of the ID token that the request came with.</param>
    /// <param name="cancellationToken">Ends the wait for the pool's keys.</param>
    public async Task<AccessTokenVerdict> VerifyAsync(
        string text, string subject, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(text, cancellationToken) is { } token
                ? Judge(token, subject)
                : AccessTokenVerdict.Invalid;
        }
        catch (SigningKeysException)
        {
            return AccessTokenVerdict.KeysUnavailable;
        }
    }

    private AccessTokenVerdict Judge(JsonWebToken token, string subject)
    {
        if (!token.TryGetPayloadValue<string>("token_use", out var use) || use != "access"
            || !token.TryGetPayloadValue<string>("client_id", out var client)
            || client != _resources.UserPoolClientId
            || !token.TryGetPayloadValue<long>("exp", out var expires))
        {
            return AccessTokenVerdict.Invalid;
        }

        if (token.Subject != subject)
        {
            return AccessTokenVerdict.OfAnother;
        }

        return clock.GetUtcNow().ToUnixTimeSeconds() >= expires
            ? AccessTokenVerdict.Expired
            : AccessTokenVerdict.Genuine;
    }
}
