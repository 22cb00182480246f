using BedrockGateway.LocalAws.Cognito.Mfa;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>VerifySoftwareToken</c>: an authenticator app proves to have the secret it was given.</summary>
/// <remarks>
/// It then replaces the app before it, as enabled as that was. Ignores <c>FriendlyDeviceName</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
/// </remarks>
internal sealed class VerifySoftwareToken(TokenSetups setups, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>EnableSoftwareTokenMFAException</c>: the code is wrong; <c>SoftwareTokenMFANotFoundException</c>: no app was
    /// associated; <c>InvalidParameterException</c>, and those of <see cref="TokenSetups"/>.
    /// </exception>
    public Response Handle(Request request)
    {
        var constraints = new RequestConstraints().Session(request.Session).UserCode(request.UserCode);
        if (request.AccessToken is not null)
        {
            constraints.Token("accessToken", request.AccessToken);
        }

        constraints.ThrowIfViolated();
        var setup = setups.Find(request.AccessToken, request.Session);
        var now = clock.GetUtcNow();
        setup.Pool.UpdateUser(setup.User.Sub, user => Verify(user, request.UserCode!, now));
        return new("SUCCESS", setup.Renew(hasVerifiedToken: true, now));
    }

    private static User Verify(User user, string code, DateTimeOffset now)
    {
        var secret = user.PendingTokenSecret ?? throw new AwsFault(
            "SoftwareTokenMFANotFoundException", "Software token MFA has not been set up for the user.");
        var step = Totp.FindStep(secret, code, now) ?? throw new AwsFault(
            "EnableSoftwareTokenMFAException", "Code mismatch and fail enable Software Token MFA");
        var before = user.SoftwareToken;
        return user with
        {
            SoftwareToken = new(secret, before?.IsEnabled ?? false, before?.IsPreferred ?? false, step),
            PendingTokenSecret = null,
        };
    }

    internal sealed record Request(
        string? AccessToken = null, string? Session = null, string? UserCode = null);

    internal sealed record Response(string Status, string? Session);
}
