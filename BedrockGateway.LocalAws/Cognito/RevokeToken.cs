using System.Security.Cryptography;
using System.Text;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>RevokeToken</c>: ends a refresh token, and its access tokens for Cognito's own operations.
/// </summary>
/// <remarks>
/// Verifiers that work offline, such as API Gateway's authorizer, take the tokens until they expire. A token that
/// nobody knows counts as revoked (RFC 7009).
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
/// </remarks>
internal static class RevokeToken
{
    /// <exception cref="AwsFault">
    /// <c>UnauthorizedException</c>: unknown client, wrong secret or another client's token;
    /// <c>UnsupportedOperationException</c>: the client does not revoke; <c>UnsupportedTokenTypeException</c>: not a
    /// refresh token; <c>InvalidParameterException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().Token("token", request.Token).ClientId(request.ClientId).ThrowIfViolated();
        var (pool, client) = Authenticate(request, store);
        if (!client.CanRevokeTokens)
        {
            throw new AwsFault(
                "UnsupportedOperationException", "Token revocation is not enabled for this client.");
        }

        if (Jwt.Parse(request.Token!) is not null)
        {
            throw new AwsFault("UnsupportedTokenTypeException", "Unsupported token type.");
        }

        if (pool.Sessions.Find(request.Token!) is { } session)
        {
            if (session.ClientId != client.Id)
            {
                throw new AwsFault("UnauthorizedException", "The token was issued to another client.");
            }

            pool.Sessions.Revoke(session);
        }

        return EmptyResponse.Instance;
    }

    // Unknown clients and wrong secrets get the same answer.
    private static (UserPool Pool, UserPoolClient Client) Authenticate(Request request, UserPoolStore store) =>
        store.FindClient(request.ClientId!) is { } found && SecretMatches(found.Client, request.ClientSecret)
            ? found
            : throw new AwsFault("UnauthorizedException", "Invalid client credentials.");

    private static bool SecretMatches(UserPoolClient client, string? secret) =>
        client.Secret is null || CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(client.Secret), Encoding.UTF8.GetBytes(secret ?? string.Empty));

    internal sealed record Request(string? Token = null, string? ClientId = null, string? ClientSecret = null);
}
