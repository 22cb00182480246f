using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;

namespace BedrockGateway.LocalAws.Cognito.Tokens;

/// <summary>Makes the ID and access tokens of a sign-in.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
/// </remarks>
internal sealed class TokenIssuer(TimeProvider clock)
{
    private const string ApiScope = "aws.cognito.signin.user.admin";

    // What no function changes.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "acr", "amr", "at_hash", "aud", "auth_time", "azp", "cognito:username", "event_id", "exp", "iat", "identities",
        "iss", "jti", "nbf", "nonce", "origin_jti", "sub", "token_use");

    /// <summary>Makes tokens without asking the pool's function.</summary>
    public ValueTask<AuthenticationResult> IssueAsync(
        UserPool pool,
        UserPoolClient client,
        User user,
        RefreshSession session,
        string? refreshToken,
        CancellationToken cancellationToken) =>
        IssueAsync(pool, client, user, session, ClaimsOverride.None, refreshToken, cancellationToken);

    /// <summary>Makes tokens that say what the pool's function wants.</summary>
    public async ValueTask<AuthenticationResult> IssueAsync(
        UserPool pool,
        UserPoolClient client,
        User user,
        RefreshSession session,
        ClaimsOverride changes,
        string? refreshToken,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var keys = await pool.Keys.GetAsync(cancellationToken);
        var groups = changes.Groups ?? GroupClaims.Of(pool, user);
        var access = AccessClaims(pool, client, user, session, now);
        GroupClaims.Write(access, groups, withRoles: false);
        var id = IdClaims(pool, client, user, session, now);
        GroupClaims.Write(id, groups, withRoles: true);
        Change(id, changes);
        return new(
            Jwt.Sign(access, keys.Access),
            (int)client.Lifetimes.Access.TotalSeconds,
            "Bearer",
            refreshToken,
            Jwt.Sign(id, keys.Id));
    }

    // What is both added and suppressed is suppressed.
    private static void Change(JsonObject claims, ClaimsOverride changes)
    {
        foreach (var (name, value) in changes.Added.Where(claim => !Reserved.Contains(claim.Key)))
        {
            claims[name] = value;
        }

        foreach (var name in changes.Suppressed.Where(name => !Reserved.Contains(name)))
        {
            claims.Remove(name);
        }
    }

    private static JsonObject IdClaims(
        UserPool pool, UserPoolClient client, User user, RefreshSession session, DateTimeOffset now)
    {
        var claims = Common(pool, client, user, session, "id", now, client.Lifetimes.Id);
        claims["aud"] = client.Id;
        claims["cognito:username"] = user.Username;
        foreach (var (name, value) in user.Attributes)
        {
            if (name != "sub" && client.CanRead(name))
            {
                claims[name] = ClaimOf(name, value);
            }
        }

        return claims;
    }

    private static JsonObject AccessClaims(
        UserPool pool, UserPoolClient client, User user, RefreshSession session, DateTimeOffset now)
    {
        var claims = Common(pool, client, user, session, "access", now, client.Lifetimes.Access);
        claims["client_id"] = client.Id;
        claims["scope"] = ApiScope;
        claims["username"] = user.Username;
        return claims;
    }

    private static JsonObject Common(
        UserPool pool,
        UserPoolClient client,
        User user,
        RefreshSession session,
        string tokenUse,
        DateTimeOffset now,
        TimeSpan lifetime)
    {
        var claims = new JsonObject
        {
            ["sub"] = user.Sub,
            ["iss"] = pool.Issuer,
            ["event_id"] = session.EventId,
            ["token_use"] = tokenUse,
            ["auth_time"] = session.AuthenticatedAt.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
        };
        if (client.CanRevokeTokens)
        {
            claims["origin_jti"] = session.OriginJti;
        }

        return claims;
    }

    // Custom attributes are strings whatever their type; of the standard ones, these are not.
    private static JsonNode ClaimOf(string name, string value) => name switch
    {
        "email_verified" or "phone_number_verified" => JsonValue.Create(value == "true"),
        "updated_at" when long.TryParse(value, out var seconds) => JsonValue.Create(seconds),
        "address" => new JsonObject { ["formatted"] = value },
        _ => JsonValue.Create(value),
    };
}

/// <summary>The tokens of a sign-in or a refresh, as <c>InitiateAuth</c> returns them.</summary>
/// <param name="AccessToken">JWT for Cognito's own operations.</param>
/// <param name="ExpiresIn">Seconds that the access token lasts.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="RefreshToken">Absent in a refresh.</param>
/// <param name="IdToken">JWT with the user's attributes.</param>
internal sealed record AuthenticationResult(
    string AccessToken, int ExpiresIn, string TokenType, string? RefreshToken, string IdToken);
