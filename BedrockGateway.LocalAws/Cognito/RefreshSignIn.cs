using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// The <c>REFRESH_TOKEN_AUTH</c> flow: new ID and access tokens of the same sign-in, and no new refresh token.
/// </summary>
internal sealed class RefreshSignIn(TokenIssuer issuer, TimeProvider clock)
{
    /// <exception cref="AwsFault"><c>NotAuthorizedException</c>, <c>InvalidParameterException</c>.</exception>
    public ValueTask<AuthenticationResult> HandleAsync(
        UserPool pool,
        UserPoolClient client,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken)
    {
        if (!client.Flows.Allow("REFRESH_TOKEN_AUTH"))
        {
            throw CognitoFaults.InvalidParameter("REFRESH_TOKEN_AUTH flow not enabled for this client");
        }

        var token = parameters.GetValueOrDefault("REFRESH_TOKEN")
            ?? throw CognitoFaults.InvalidParameter("Missing required parameter REFRESH_TOKEN");
        var session = pool.Sessions.Find(token) is { } found && found.ClientId == client.Id
            ? found
            : throw CognitoFaults.NotAuthorized("Invalid Refresh Token.");
        // Of the canonical name, which in a pool with UsernameAttributes is not what the user types.
        client.CheckSecretHash(session.Username, parameters.GetValueOrDefault("SECRET_HASH"));
        if (pool.Sessions.IsRevoked(session.OriginJti))
        {
            throw CognitoFaults.NotAuthorized("Refresh Token has been revoked");
        }

        if (clock.GetUtcNow() >= session.ExpiresAt)
        {
            throw CognitoFaults.NotAuthorized("Refresh Token has expired");
        }

        var user = pool.Users.Find(session.Username) is { } current && current.Sub == session.Sub
            ? current
            : throw CognitoFaults.NotAuthorized("Invalid Refresh Token.");
        return issuer.IssueAsync(pool, client, user, session, refreshToken: null, cancellationToken);
    }
}
