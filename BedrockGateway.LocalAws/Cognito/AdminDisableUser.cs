using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>AdminDisableUser</c>: the user cannot sign in, and every sign-in ends.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
/// </remarks>
internal static class AdminDisableUser
{
    /// <exception cref="AwsFault">
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store, TimeProvider clock)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).Username(request.Username).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var user = pool.UpdateUser(
            request.Username!, current => current with { IsEnabled = false, ModifiedAt = clock.GetUtcNow() });
        pool.Sessions.RevokeAll(user.Sub);
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null, string? Username = null);
}
