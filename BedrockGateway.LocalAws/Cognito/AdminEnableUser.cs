using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>AdminEnableUser</c>: a disabled user may sign in again; old tokens stay revoked.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html
/// </remarks>
internal static class AdminEnableUser
{
    /// <exception cref="AwsFault">
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store, TimeProvider clock)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).Username(request.Username).ThrowIfViolated();
        store.Get(request.UserPoolId!).UpdateUser(
            request.Username!, current => current with { IsEnabled = true, ModifiedAt = clock.GetUtcNow() });
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null, string? Username = null);
}
