using BedrockGateway.LocalAws.Cognito.Mfa;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>SetUserMFAPreference</c>: turns the user's authenticator app on or off for sign-ins.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
/// </remarks>
internal static class SetUserMFAPreference
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: no app was verified; <c>NotImplemented</c> (501): another factor; and those of
    /// <see cref="AccessTokens"/>.
    /// </exception>
    public static EmptyResponse Handle(Request request, AccessTokens tokens)
    {
        new RequestConstraints().Token("accessToken", request.AccessToken).ThrowIfViolated();
        var holder = tokens.Authorize(request.AccessToken!);
        request.CheckEmulated();
        if (request.SoftwareTokenMfaSettings is { } preference)
        {
            holder.Update(user => SoftwareTokens.Prefer(user, preference));
        }

        return EmptyResponse.Instance;
    }

    internal sealed record Request : MfaPreferences
    {
        public string? AccessToken { get; init; }
    }
}

/// <summary>What a user wants of each factor; only authenticator apps are emulated.</summary>
internal record MfaPreferences
{
    public MfaPreference? SoftwareTokenMfaSettings { get; init; }

    public MfaPreference? SMSMfaSettings { get; init; }

    public MfaPreference? EmailMfaSettings { get; init; }

    public MfaPreference? WebAuthnMfaSettings { get; init; }

    /// <exception cref="AwsFault"><c>NotImplemented</c> (501): another factor is turned on.</exception>
    public void CheckEmulated()
    {
        foreach (var (name, settings) in new[]
        {
            (nameof(SMSMfaSettings), SMSMfaSettings),
            (nameof(EmailMfaSettings), EmailMfaSettings),
            (nameof(WebAuthnMfaSettings), WebAuthnMfaSettings),
        })
        {
            if (settings?.Enabled is true)
            {
                throw AwsFault.NotEmulated("cognito-idp", name);
            }
        }
    }
}
