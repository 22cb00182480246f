using System.Collections.Concurrent;
using Amazon.CognitoIdentityProvider.Model;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BedrockGateway.Api.Tests.Fakes;

/// <content>Tokens: made at a login, renewed, and revoked.</content>
internal sealed partial class FakeCognito
{
    public const string OtherClientsToken = "refresh-token-of-another-client";

    // Subjects by refresh token; null once it is revoked.
    private readonly ConcurrentDictionary<string, string?> _sessions = new(StringComparer.Ordinal);

    public override Task<RevokeTokenResponse> RevokeTokenAsync(
        RevokeTokenRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("RevokeToken", cancellationToken, () =>
        {
            Assert.Equal(UserPool.ClientId, request.ClientId);
            if (request.Token == OtherClientsToken)
            {
                throw Raise(new UnauthorizedException("The token was issued to another client."));
            }

            if (request.Token.StartsWith("eyJ", StringComparison.Ordinal))
            {
                throw Raise(new UnsupportedTokenTypeException("Unsupported token type."));
            }

            if (_sessions.ContainsKey(request.Token))
            {
                _sessions[request.Token] = null;
            }

            return new RevokeTokenResponse();
        }));

    public override Task<GlobalSignOutResponse> GlobalSignOutAsync(
        GlobalSignOutRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("GlobalSignOut", cancellationToken, () =>
        {
            SignOut(UserOf(request.AccessToken));
            return new GlobalSignOutResponse();
        }));

    public override Task<ChangePasswordResponse> ChangePasswordAsync(
        ChangePasswordRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ChangePassword", cancellationToken, () =>
        {
            var user = UserOf(request.AccessToken);
            if (user.Password != request.PreviousPassword)
            {
                throw Raise(new NotAuthorizedException("Incorrect username or password."));
            }

            SetPassword(user, request.ProposedPassword);
            return new ChangePasswordResponse();
        }));

    private void SignOut(FakeUser user)
    {
        user.SignedOutAt = clock.GetUtcNow().ToUnixTimeSeconds();
        foreach (var (token, _) in _sessions.Where(session => session.Value == user.Subject))
        {
            _sessions[token] = null;
        }
    }

    private static void SetPassword(FakeUser user, string password)
    {
        if (password.Length < 8)
        {
            throw Raise(new InvalidPasswordException(
                "Password did not conform with policy: Password not long enough"));
        }

        user.Password = password;
    }

    private AuthenticationResultType NewTokens(FakeUser user)
    {
        var refresh = $"refresh-of-{user.Subject}-{_sessions.Count}";
        _sessions[refresh] = user.Subject;
        var tokens = Tokens(user);
        tokens.RefreshToken = refresh;
        return tokens;
    }

    private AuthenticationResultType Refresh(Dictionary<string, string> parameters)
    {
        if (!_sessions.TryGetValue(parameters["REFRESH_TOKEN"], out var subject))
        {
            throw Raise(new NotAuthorizedException("Invalid Refresh Token."));
        }

        return subject is null
            ? throw Raise(new NotAuthorizedException("Refresh Token has been revoked"))
            : Tokens(Find(subject));
    }

    private AuthenticationResultType Tokens(FakeUser user) => new()
    {
        IdToken = pool.IdToken(user.Subject, user.ApiKey, clock),
        AccessToken = pool.AccessToken(user.Subject, clock),
        ExpiresIn = 3600,
        TokenType = "Bearer",
    };

    private FakeUser UserOf(string accessToken)
    {
        var token = new JsonWebToken(accessToken);
        var user = Find(token.Subject);
        return token.GetPayloadValue<long>("iat") <= user.SignedOutAt
            ? throw Raise(new NotAuthorizedException("Access Token has been revoked"))
            : user;
    }
}
