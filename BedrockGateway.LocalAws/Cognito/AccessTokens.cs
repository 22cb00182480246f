using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Whose access token a call of Cognito's own operations carries.</summary>
internal sealed class AccessTokens(UserPoolStore store, UserPoolTokens tokens)
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the token is none, has expired or was revoked, or the user is disabled;
    /// <c>PasswordResetRequiredException</c>; <c>UserNotFoundException</c>.
    /// </exception>
    public TokenHolder Authorize(string accessToken)
    {
        var verdict = tokens.Verify(store.Pools, accessToken);
        if (verdict.Status == TokenStatus.Expired)
        {
            throw CognitoFaults.NotAuthorized("Access Token has expired");
        }

        if (verdict.Claims is not { } claims || claims["token_use"]!.GetValue<string>() != "access")
        {
            throw CognitoFaults.NotAuthorized("Invalid Access Token");
        }

        var (pool, client) = store.GetClient(claims["client_id"]!.GetValue<string>());
        if (pool.Sessions.IsRevoked(claims["event_id"]!.GetValue<string>()))
        {
            throw CognitoFaults.NotAuthorized("Access Token has been revoked");
        }

        var user = pool.GetUser(claims["sub"]!.GetValue<string>());
        return user switch
        {
            { IsEnabled: false } => throw CognitoFaults.UserDisabled(),
            { Status: UserStatus.ResetRequired } => throw CognitoFaults.PasswordResetRequired(),
            _ => new(pool, client, user),
        };
    }
}

/// <summary>The user who holds an access token, and the client that got it.</summary>
internal sealed record TokenHolder(UserPool Pool, UserPoolClient Client, User User)
{
    /// <exception cref="AwsFault"><c>UserNotFoundException</c>: the user was deleted meanwhile.</exception>
    public User Update(Func<User, User> change) =>
        Pool.Users.Update(User.Sub, change) ?? throw CognitoFaults.UserNotFound();
}
