using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BedrockGateway.Api.Identity;

/// <summary>Verifies ID tokens of the user pool: signature and issuer, audience, use and time.</summary>
internal sealed class IdTokenVerifier(PoolTokenReader reader, IOptions<ResourcesOptions> options, TimeProvider clock)
{
    // Between Cognito's clock, which dates a token, and ours, which may be behind.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly ResourcesOptions _resources = options.Value;

    public async Task<(Caller? Caller, Refusal Refusal)> VerifyAsync(
        StringValues authorization, CancellationToken cancellationToken)
    {
        try
        {
            return TokenOf(authorization) is { } text && await reader.ReadAsync(text, cancellationToken) is { } token
                ? Check(token)
                : (null, Refusal.Unauthorized);
        }
        catch (SigningKeysException)
        {
            return (null, Refusal.SigningKeysUnavailable);
        }
    }

    // Authorization: eyJ...   or   Authorization: Bearer eyJ...
    private static string? TokenOf(StringValues authorization)
    {
        const string Scheme = "Bearer ";
        if (authorization is not [{ Length: > 0 and <= PoolTokenReader.MaxTokenChars } value])
        {
            return null;
        }

        return value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : value;
    }

    private (Caller? Caller, Refusal Refusal) Check(JsonWebToken token)
    {
        if (!token.Audiences.Contains(_resources.UserPoolClientId)
            || !token.TryGetPayloadValue<string>("token_use", out var use) || use != "id"
            || string.IsNullOrEmpty(token.Subject)
            || !token.TryGetPayloadValue<long>("exp", out var expires))
        {
            return (null, Refusal.Unauthorized);
        }

        var now = clock.GetUtcNow();
        if (IsAfter(token, "nbf", now + ClockSkew) || IsAfter(token, "iat", now + ClockSkew))
        {
            return (null, Refusal.Unauthorized);
        }

        return now.ToUnixTimeSeconds() >= expires
            ? (null, Refusal.ExpiredToken)
            : (CallerOf(token), default);
    }

    private static bool IsAfter(JsonWebToken token, string claim, DateTimeOffset time) =>
        token.TryGetPayloadValue<long>(claim, out var seconds) && seconds > time.ToUnixTimeSeconds();

    private static Caller CallerOf(JsonWebToken token) =>
        new(token.Subject, Text(token, Caller.KeyClaim), Text(token, Caller.NameClaim))
        {
            Groups = GroupClaim.Read(
                token.Claims.Where(claim => claim.Type == GroupClaim.Name).Select(claim => claim.Value)),
        };

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var text) ? text : null;
}
