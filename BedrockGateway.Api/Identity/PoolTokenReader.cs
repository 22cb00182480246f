using System.Buffers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BedrockGateway.Api.Identity;

/// <summary>Reads tokens that the user pool issued: RS256 by a key of the pool, and its issuer.</summary>
/// <remarks>
/// Whom a token is for, what for and until when is for the verifiers to check.
/// Source: Amazon Cognito developer guide, "Verifying JSON web tokens",
/// https://docs.aws.amazon.com/cognito/latest/developerguide/
/// </remarks>
internal sealed class PoolTokenReader(SigningKeyStore keys)
{
    /// <summary>Most characters of a token: above the size of all headers that API Gateway takes.</summary>
    public const int MaxTokenChars = 10_240;

    // A decoder may overlook padding and white space, and the same token would have many forms.
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private readonly JsonWebTokenHandler _handler = new()
    {
        MapInboundClaims = false,
        MaximumTokenSizeInBytes = MaxTokenChars,
    };

    /// <returns><see langword="null"/> when it is no token of the pool's.</returns>
    /// <exception cref="SigningKeysException">The keys have never been fetched and cannot be now.</exception>
    public async Task<JsonWebToken?> ReadAsync(string text, CancellationToken cancellationToken) =>
        text.Length <= MaxTokenChars
        && !text.AsSpan().ContainsAnyExcept(Characters)
        && Parse(text) is { } token
        && await keys.FindAsync(token.Kid, cancellationToken) is { } key
        && await IsGenuineAsync(token, key)
            ? token
            : null;

    private JsonWebToken? Parse(string text)
    {
        try
        {
            return _handler.CanReadToken(text)
                && _handler.ReadJsonWebToken(text) is { Alg: SecurityAlgorithms.RsaSha256, Kid.Length: > 0 } token
                ? token
                : null;
        }
        catch (ArgumentException)
        {
            // Three parts that are not Base64 of JSON.
            return null;
        }
    }

    private async Task<bool> IsGenuineAsync(JsonWebToken token, SecurityKey key)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = key,
            ValidIssuer = keys.Issuer,
#pragma warning disable CA5404 // The verifiers do, by kind of token and by our clock: only a genuine one is told more.
            ValidateAudience = false,
            ValidateLifetime = false,
#pragma warning restore CA5404
        });
        return result.IsValid;
    }
}
