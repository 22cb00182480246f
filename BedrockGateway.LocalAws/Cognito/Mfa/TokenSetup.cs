using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Mfa;

/// <summary>
/// Whose authenticator app is set up: a user who is signed in, or one who must have an app to get that far.
/// </summary>
/// <param name="Pool">The user's pool.</param>
/// <param name="User">The user.</param>
/// <param name="Session">The session of the sign-in that waits; <see langword="null"/> with an access token.</param>
/// <param name="Challenge">Its challenge.</param>
internal sealed record TokenSetup(UserPool Pool, User User, string? Session, Challenge? Challenge)
{
    /// <summary>Puts the waiting sign-in on a new session; <see langword="null"/> where there is none.</summary>
    /// <exception cref="AwsFault"><c>NotAuthorizedException</c>: the old session was used meanwhile.</exception>
    public string? Renew(bool hasVerifiedToken, DateTimeOffset now)
    {
        if (Session is null || Challenge is null)
        {
            return null;
        }

        Pool.Challenges.Use(Session, Challenge);
        return Pool.Challenges.Add(Challenge with { HasVerifiedToken = hasVerifiedToken }, now);
    }
}

/// <summary>Finds whose app a call is about.</summary>
internal sealed class TokenSetups(UserPoolStore store, AccessTokens tokens, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>SoftwareTokenMFANotFoundException</c>: the pool has no apps; <c>NotAuthorizedException</c>: the session is
    /// none of <c>MFA_SETUP</c>, or over; <c>InvalidParameterException</c>, and those of <see cref="AccessTokens"/>.
    /// </exception>
    public TokenSetup Find(string? accessToken, string? session)
    {
        var found = (accessToken, session) switch
        {
            (not null, _) => OfToken(accessToken),
            (null, not null) => OfSession(session),
            _ => throw CognitoFaults.InvalidParameter("Either an access token or a session is required."),
        };
        return found.Pool.AllowsSoftwareTokens
            ? found
            : throw new AwsFault(
                "SoftwareTokenMFANotFoundException", "Software Token MFA has not been enabled by the userPool");
    }

    private TokenSetup OfToken(string accessToken)
    {
        var holder = tokens.Authorize(accessToken);
        return new(holder.Pool, holder.User, null, null);
    }

    private TokenSetup OfSession(string session)
    {
        var pool = store.Pools.FirstOrDefault(pool => pool.Challenges.Knows(session))
            ?? throw CognitoFaults.InvalidSession();
        var challenge = pool.Challenges.Get(session, clock.GetUtcNow());
        return challenge is { Name: Challenge.MfaSetup, Sub: { } sub } && pool.Users.Find(sub) is { } user
            ? new(pool, user, session, challenge)
            : throw CognitoFaults.InvalidSession();
    }
}
