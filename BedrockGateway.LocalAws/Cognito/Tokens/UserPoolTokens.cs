using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.Tokens;

/// <summary>Verifies tokens against the pools' own keys.</summary>
internal sealed class UserPoolTokens(UserPoolStore store, TimeProvider clock) : IUserPoolTokens
{
    private static readonly TokenVerdict Invalid = new(TokenStatus.Invalid, null);

    public TokenVerdict Verify(IReadOnlyList<string> userPoolArns, string token) =>
        Verify(store.Pools.Where(pool => userPoolArns.Contains(pool.Arn)), token);

    /// <summary>As the other, for pools at hand.</summary>
    public TokenVerdict Verify(IEnumerable<UserPool> pools, string token)
    {
        if (Jwt.Parse(token) is not { } jwt)
        {
            return Invalid;
        }

        foreach (var pool in pools)
        {
            if (pool.Keys.Find(jwt.KeyId) is { } key
                && key.Verifies(jwt.SignedBytes, jwt.Signature)
                && Judge(pool, jwt) is { Status: not TokenStatus.Invalid } verdict)
            {
                return verdict;
            }
        }

        return Invalid;
    }

    // The signature holds, so the payload is what TokenIssuer wrote, and its shape needs no second look.
    private TokenVerdict Judge(UserPool pool, Jwt jwt)
    {
        var claims = JsonNode.Parse(jwt.Payload)!.AsObject();
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (claims["iss"]?.GetValue<string>() != pool.Issuer
            || claims["nbf"]?.GetValue<long>() > now
            || claims["iat"]?.GetValue<long>() > now)
        {
            return Invalid;
        }

        return claims["exp"]!.GetValue<long>() > now
            ? new(TokenStatus.Valid, claims)
            : new(TokenStatus.Expired, null);
    }
}
