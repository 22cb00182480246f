using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Mfa;

/// <summary>Changes of a user's authenticator app.</summary>
internal static class SoftwareTokens
{
    /// <summary>Uses a code up, and all before it.</summary>
    /// <exception cref="AwsFault">
    /// <c>ExpiredCodeException</c>: it was used, or a later one was; <c>NotAuthorizedException</c>: the app was
    /// replaced meanwhile.
    /// </exception>
    public static User Spend(User user, string secret, long step) => user.SoftwareToken switch
    {
        { } token when token.Secret == secret && step > token.LastStep =>
            user with { SoftwareToken = token with { LastStep = step } },
        { } token when token.Secret == secret =>
            throw new AwsFault("ExpiredCodeException", "Your software token has already been used once."),
        _ => throw CognitoFaults.InvalidSession(),
    };

    /// <summary>Turns the app on or off for sign-ins.</summary>
    /// <exception cref="AwsFault"><c>InvalidParameterException</c>: no app was verified.</exception>
    public static User Prefer(User user, MfaPreference preference)
    {
        var (enabled, preferred) = (preference.Enabled is true, preference.PreferredMfa is true);
        if (user.SoftwareToken is { } token)
        {
            return user with
            {
                SoftwareToken = token with { IsEnabled = enabled, IsPreferred = enabled && preferred },
            };
        }

        return (enabled, user.PendingTokenSecret) switch
        {
            (false, _) => user,
            (true, null) => throw CognitoFaults.InvalidParameter("User has not set up software token mfa"),
            (true, _) => throw CognitoFaults.InvalidParameter("User has not verified software token mfa"),
        };
    }
}

/// <summary>What a user wants of one factor, as the wire has it.</summary>
internal sealed record MfaPreference(bool? Enabled = null, bool? PreferredMfa = null);
