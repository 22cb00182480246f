using BedrockGateway.LocalAws.Cognito.Mfa;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AdminSetUserMFAPreference</c>: as <see cref="SetUserMFAPreference"/>, by an administrator.
/// </summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html
/// </remarks>
internal static class AdminSetUserMFAPreference
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: no app was verified; <c>NotImplemented</c> (501): another factor;
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().Username(request.Username).UserPoolId(request.UserPoolId).ThrowIfViolated();
        request.CheckEmulated();
        var pool = store.Get(request.UserPoolId!);
        pool.UpdateUser(request.Username!, user => request.SoftwareTokenMfaSettings is { } preference
            ? SoftwareTokens.Prefer(user, preference)
            : user);
        return EmptyResponse.Instance;
    }

    internal sealed record Request : MfaPreferences
    {
        public string? UserPoolId { get; init; }

        public string? Username { get; init; }
    }
}
