using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>Who may try a password at all, and what follows from a wrong one.</summary>
/// <remarks>
/// Cognito's order of checks: user, lock-out, disabled, unconfirmed, password. An unconfirmed user is therefore told so
/// even with a wrong password.
/// </remarks>
internal sealed class FirstFactor(TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: locked out or disabled; <c>UserNotConfirmedException</c>.
    /// </exception>
    public void CheckMayTry(User user)
    {
        CheckNotLocked(user);
        if (!user.IsEnabled)
        {
            throw CognitoFaults.UserDisabled();
        }

        if (user.IsUnconfirmed)
        {
            throw new AwsFault("UserNotConfirmedException", "User is not confirmed.");
        }
    }

    /// <exception cref="AwsFault"><c>NotAuthorizedException</c>: too many failures, too lately.</exception>
    public void CheckNotLocked(User user)
    {
        if (user.Attempts.AreLockedAt(clock.GetUtcNow()))
        {
            throw CognitoFaults.NotAuthorized("Password attempts exceeded");
        }
    }

    /// <summary>Counts a failure. Of several at once, those that come during a lock-out do not count.</summary>
    public void Fail(UserPool pool, User user)
    {
        var now = clock.GetUtcNow();
        pool.Users.Update(user.Sub, current => current.Attempts.AreLockedAt(now)
            ? current
            : current with { Attempts = current.Attempts.FailedAt(now) });
    }
}
