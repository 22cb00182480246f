using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>The <c>USER_PASSWORD_AUTH</c> flow.</summary>
/// <remarks>
/// Cognito's order of checks: secret, flow, parameters, user, lock-out, confirmation, password. An unconfirmed user is
/// therefore told so even with a wrong password.
/// </remarks>
internal sealed class PasswordSignIn(TokenIssuer issuer, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>, <c>UserNotFoundException</c>, <c>UserNotConfirmedException</c>,
    /// <c>InvalidParameterException</c>.
    /// </exception>
    public ValueTask<AuthenticationResult> HandleAsync(
        UserPool pool,
        UserPoolClient client,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken)
    {
        var username = parameters.GetValueOrDefault("USERNAME");
        if (username is not null)
        {
            client.CheckSecretHash(username, parameters.GetValueOrDefault("SECRET_HASH"));
        }

        if (!client.Flows.Allow("USER_PASSWORD_AUTH"))
        {
            throw CognitoFaults.InvalidParameter("USER_PASSWORD_AUTH flow not enabled for this client");
        }

        var user = Authenticate(
            pool,
            client,
            username ?? throw CognitoFaults.InvalidParameter("Missing required parameter USERNAME"),
            parameters.GetValueOrDefault("PASSWORD")
                ?? throw CognitoFaults.InvalidParameter("Missing required parameter PASSWORD"));

        var now = clock.GetUtcNow();
        var session = new RefreshSession(
            client.Id,
            user.Username,
            user.Sub,
            OriginJti: Guid.NewGuid().ToString(),
            EventId: Guid.NewGuid().ToString(),
            now,
            now + client.Lifetimes.Refresh);
        return issuer.IssueAsync(pool, client, user, session, pool.Sessions.Add(session), cancellationToken);
    }

    private User Authenticate(UserPool pool, UserPoolClient client, string username, string password)
    {
        var user = pool.Users.Find(username)
            ?? throw (client.HidesUserExistence ? WrongPassword() : CognitoFaults.UserNotFound());
        var now = clock.GetUtcNow();
        if (user.Attempts.AreLockedAt(now))
        {
            throw CognitoFaults.NotAuthorized("Password attempts exceeded");
        }

        if (!user.IsConfirmed)
        {
            throw new AwsFault("UserNotConfirmedException", "User is not confirmed.");
        }

        if (!user.Password.Matches(password))
        {
            pool.Users.Update(user.Username, current => current with { Attempts = current.Attempts.FailedAt(now) });
            throw WrongPassword();
        }

        return pool.Users.Update(user.Username, current => current with { Attempts = SignInAttempts.None })
            ?? throw WrongPassword();
    }

    private static AwsFault WrongPassword() => CognitoFaults.NotAuthorized("Incorrect username or password.");
}
