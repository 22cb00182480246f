using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>GetUser</c>: the user of an access token, with the attributes that its client may read.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html
/// </remarks>
internal static class GetUser
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the token is none, has expired or was revoked; <c>UserNotFoundException</c>,
    /// <c>InvalidParameterException</c>.
    /// </exception>
    public static Response Handle(Request request, UserPoolStore store, UserPoolTokens tokens)
    {
        new RequestConstraints().Token("accessToken", request.AccessToken).ThrowIfViolated();
        var verdict = tokens.Verify(store.Pools, request.AccessToken!);
        if (verdict.Status == TokenStatus.Expired)
        {
            throw CognitoFaults.NotAuthorized("Access Token has expired");
        }

        if (verdict.Claims is not { } claims || claims["token_use"]!.GetValue<string>() != "access")
        {
            throw CognitoFaults.NotAuthorized("Invalid Access Token");
        }

        var (pool, client) = store.GetClient(claims["client_id"]!.GetValue<string>());
        if (claims["origin_jti"]?.GetValue<string>() is { } origin && pool.Sessions.IsRevoked(origin))
        {
            throw CognitoFaults.NotAuthorized("Access Token has been revoked");
        }

        var user = pool.GetUser(claims["sub"]!.GetValue<string>());
        var readable = user.Attributes.Where(attribute => attribute.Key == "sub" || client.CanRead(attribute.Key));
        return new(user.Username, [.. readable.Select(attribute => new AttributeType(attribute.Key, attribute.Value))]);
    }

    internal sealed record Request(string? AccessToken = null);

    internal sealed record Response(string Username, IReadOnlyList<AttributeType> UserAttributes);
}
