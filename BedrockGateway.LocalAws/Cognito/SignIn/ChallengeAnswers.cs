using BedrockGateway.LocalAws.Cognito.Mfa;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>
/// Judges the answers to <c>NEW_PASSWORD_REQUIRED</c>, <c>SOFTWARE_TOKEN_MFA</c> and <c>MFA_SETUP</c>.
/// </summary>
/// <remarks>
/// A wrong answer may be corrected with the same session; a right one ends it. Wrong codes count as wrong passwords do.
/// </remarks>
internal sealed class ChallengeAnswers(FirstFactor factor, SignInSteps steps, TimeProvider clock)
{
    private const string AttributePrefix = "userAttributes.";

    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the session is none of this challenge, or over; <c>InvalidPasswordException</c>,
    /// <c>CodeMismatchException</c>, <c>ExpiredCodeException</c>, <c>InvalidParameterException</c>, and those of
    /// <see cref="SignInSteps"/>.
    /// </exception>
    public ValueTask<SignInReply> RespondAsync(
        SignInRequest request, string name, string? session, CancellationToken cancellationToken)
    {
        var username = request.Required("USERNAME");
        var challenge = request.Pool.Challenges.Get(
            session ?? throw CognitoFaults.MissingParameter("Session"), clock.GetUtcNow());
        var user = request.Pool.Users.Find(username);
        if (challenge.Name != name
            || challenge.ClientId != request.Client.Id
            || user is null
            || user.Sub != challenge.Sub)
        {
            throw CognitoFaults.InvalidSession();
        }

        factor.CheckMayTry(user);
        return name switch
        {
            Challenge.NewPassword => SetPasswordAsync(request, session, challenge, user, cancellationToken),
            SoftwareToken.Factor => CheckCodeAsync(request, session, challenge, user, cancellationToken),
            _ => FinishSetupAsync(request, session, challenge, user, cancellationToken),
        };
    }

    private ValueTask<SignInReply> SetPasswordAsync(
        SignInRequest request, string session, Challenge challenge, User user, CancellationToken cancellationToken)
    {
        var pool = request.Pool;
        var given = request.Required("NEW_PASSWORD");
        var attributes = UserAttributes.Empty;
        foreach (var (name, value) in request.Parameters)
        {
            if (name.StartsWith(AttributePrefix, StringComparison.Ordinal))
            {
                attributes = attributes.With(name[AttributePrefix.Length..], value);
            }
        }

        request.Client.CheckCanWrite(attributes);
        pool.Schema.CheckChanges(attributes);
        pool.Schema.CheckNew(user.Attributes.Merge(attributes));
        pool.PasswordPolicy.Check(given);
        var password = UserPassword.Of(pool.Id, user.Username, given);
        pool.Challenges.Use(session, challenge);
        var now = clock.GetUtcNow();
        var changed = pool.UpdateUser(
            user.Sub,
            current => AttributeChanges.Apply(current.WithPassword(password, now), attributes, now));
        pool.Keys.Prepare();
        return steps.AfterOwnPasswordAsync(
            request, changed, PreTokenGenerationTrigger.NewPassword, cancellationToken);
    }

    private ValueTask<SignInReply> CheckCodeAsync(
        SignInRequest request, string session, Challenge challenge, User user, CancellationToken cancellationToken)
    {
        var code = request.Required("SOFTWARE_TOKEN_MFA_CODE");
        var token = user.SoftwareToken ?? throw CognitoFaults.InvalidSession();
        if (Totp.FindStep(token.Secret, code, clock.GetUtcNow()) is not { } step)
        {
            factor.Fail(request.Pool, user);
            throw new AwsFault("CodeMismatchException", "Invalid code received for user");
        }

        var used = request.Pool.UpdateUser(user.Sub, current => SoftwareTokens.Spend(current, token.Secret, step));
        request.Pool.Challenges.Use(session, challenge);
        return steps.CompleteAsync(request, used, PreTokenGenerationTrigger.SignIn, cancellationToken);
    }

    private ValueTask<SignInReply> FinishSetupAsync(
        SignInRequest request, string session, Challenge challenge, User user, CancellationToken cancellationToken)
    {
        if (!challenge.HasVerifiedToken || user.SoftwareToken is null)
        {
            throw CognitoFaults.InvalidParameter("User has not verified software token mfa");
        }

        request.Pool.Challenges.Use(session, challenge);
        var ready = request.Pool.UpdateUser(user.Sub, current => current with
        {
            SoftwareToken = current.SoftwareToken! with { IsEnabled = true, IsPreferred = true },
        });
        return steps.CompleteAsync(request, ready, PreTokenGenerationTrigger.SignIn, cancellationToken);
    }
}
