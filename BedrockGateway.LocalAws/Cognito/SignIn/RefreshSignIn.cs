using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>
/// The <c>REFRESH_TOKEN_AUTH</c> flow: new ID and access tokens of the same sign-in, and no new refresh token.
/// </summary>
internal sealed class RefreshSignIn(SignInTokens tokens, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>, <c>InvalidParameterException</c>, and those of <see cref="SignInTokens"/>.
    /// </exception>
    public async ValueTask<SignInReply> HandleAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        var (pool, client) = (request.Pool, request.Client);
        if (!client.Flows.Allow("REFRESH_TOKEN_AUTH"))
        {
            throw CognitoFaults.InvalidParameter("REFRESH_TOKEN_AUTH flow not enabled for this client");
        }

        var token = request.Required("REFRESH_TOKEN");
        var session = pool.Sessions.Find(token) is { } found && found.ClientId == client.Id
            ? found
            : throw CognitoFaults.NotAuthorized("Invalid Refresh Token.");
        // Of the canonical name, which in a pool with UsernameAttributes is not what the user types.
        client.CheckSecretHash(session.Username, request["SECRET_HASH"]);
        var user = pool.Users.Find(session.Username) is { } current && current.Sub == session.Sub
            ? current
            : throw CognitoFaults.NotAuthorized("Invalid Refresh Token.");
        if (!user.IsEnabled)
        {
            throw CognitoFaults.UserDisabled();
        }

        if (pool.Sessions.IsRevoked(session.EventId))
        {
            throw CognitoFaults.NotAuthorized("Refresh Token has been revoked");
        }

        return clock.GetUtcNow() < session.ExpiresAt
            ? SignInReply.Of(await tokens.ContinueAsync(request, user, session, cancellationToken))
            : throw CognitoFaults.NotAuthorized("Refresh Token has expired");
    }
}
