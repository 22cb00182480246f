using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>AdminUserGlobalSignOut</c>: as <see cref="GlobalSignOut"/>, by an administrator.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html
/// </remarks>
internal static class AdminUserGlobalSignOut
{
    /// <exception cref="AwsFault">
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).Username(request.Username).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        pool.Sessions.RevokeAll(pool.GetUser(request.Username!).Sub);
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null, string? Username = null);
}
