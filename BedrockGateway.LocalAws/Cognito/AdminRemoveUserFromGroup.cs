using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AdminRemoveUserFromGroup</c>: tokens that the user gets from now on do not name the group.
/// </summary>
/// <remarks>
/// A user who is not in the group stays out of it. Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html
/// </remarks>
internal static class AdminRemoveUserFromGroup
{
    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c>: no such pool or group; <c>UserNotFoundException</c>,
    /// <c>InvalidParameterException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId).Username(request.Username).GroupName(request.GroupName).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var group = pool.Groups.Get(request.GroupName!).GroupName;
        pool.UpdateUser(request.Username!, user => user with { Groups = user.Groups.Remove(group) });
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null, string? Username = null, string? GroupName = null);
}
