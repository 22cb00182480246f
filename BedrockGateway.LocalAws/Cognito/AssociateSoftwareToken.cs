using BedrockGateway.LocalAws.Cognito.Mfa;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AssociateSoftwareToken</c>: a secret for an authenticator app, which has no effect until it is verified.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html
/// </remarks>
internal sealed class AssociateSoftwareToken(TokenSetups setups, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>, and those of <see cref="TokenSetups"/>.
    /// </exception>
    public Response Handle(Request request)
    {
        var constraints = new RequestConstraints().Session(request.Session);
        if (request.AccessToken is not null)
        {
            constraints.Token("accessToken", request.AccessToken);
        }

        constraints.ThrowIfViolated();
        var setup = setups.Find(request.AccessToken, request.Session);
        var session = setup.Renew(hasVerifiedToken: false, clock.GetUtcNow());
        var secret = Totp.NewSecret();
        setup.Pool.UpdateUser(setup.User.Sub, user => user with { PendingTokenSecret = secret });
        return new(secret, session);
    }

    internal sealed record Request(string? AccessToken = null, string? Session = null);

    internal sealed record Response(string SecretCode, string? Session);
}
