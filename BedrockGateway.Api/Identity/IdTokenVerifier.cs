using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BedrockGateway.Api.Identity;

/// <summary>Verifies ID tokens of the user pool: RS256 by a key of the pool, issuer, audience, use and time.</summary>
/// <remarks>
/// Source: Amazon Cognito developer guide, "Verifying JSON web tokens",
/// https://docs.aws.amazon.com/cognito/latest/developerguide/
/// </remarks>
internal sealed class IdTokenVerifier(SigningKeyStore keys, IOptions<ResourcesOptions> options, TimeProvider clock)
{
    // Above the size of all headers that API Gateway takes.
    private const int MaxTokenChars = 10_240;

    private readonly JsonWebTokenHandler _handler = new()
    {
        MapInboundClaims = false,
        MaximumTokenSizeInBytes = MaxTokenChars,
    };

    private readonly ResourcesOptions _resources = options.Value;

    public async Task<(Caller? Caller, Refusal Refusal)> VerifyAsync(
        StringValues authorization, CancellationToken cancellationToken)
    {
        if (TokenOf(authorization) is not { } text || Read(text) is not { } token)
        {
            return (null, Refusal.Unauthorized);
        }

        SecurityKey? key;
        try
        {
            key = await keys.FindAsync(token.Kid, cancellationToken);
        }
        catch (SigningKeysException)
        {
            return (null, Refusal.SigningKeysUnavailable);
        }

        return key is not null && await IsGenuineAsync(token, key) ? Check(token) : (null, Refusal.Unauthorized);
    }

    // Authorization: eyJ...   or   Authorization: Bearer eyJ...
    private static string? TokenOf(StringValues authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization is not [{ Length: > 0 and <= MaxTokenChars } value])
        {
            return null;
        }

        return value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : value;
    }

    private JsonWebToken? Read(string text)
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
            ValidAudience = _resources.UserPoolClientId,
#pragma warning disable CA5404 // Check does it last and by our clock: only a genuine token is told that it has expired.
            ValidateLifetime = false,
#pragma warning restore CA5404
        });
        return result.IsValid;
    }

    private (Caller? Caller, Refusal Refusal) Check(JsonWebToken token)
    {
        if (!token.TryGetPayloadValue<string>("token_use", out var use) || use != "id"
            || string.IsNullOrEmpty(token.Subject)
            || !token.TryGetPayloadValue<long>("exp", out var expires))
        {
            return (null, Refusal.Unauthorized);
        }

        if (clock.GetUtcNow().ToUnixTimeSeconds() >= expires)
        {
            return (null, Refusal.ExpiredToken);
        }

        var ownKey = token.TryGetPayloadValue<string>("custom:api_key", out var key) ? key : null;
        return (new(token.Subject, ownKey), default);
    }
}
