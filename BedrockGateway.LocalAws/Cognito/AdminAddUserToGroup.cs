using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>AdminAddUserToGroup</c>: tokens that the user gets from now on name the group.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html
/// </remarks>
internal static class AdminAddUserToGroup
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
        pool.UpdateUser(request.Username!, user => user.Groups.Contains(group)
            ? user
            : user with { Groups = user.Groups.Add(group) });
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null, string? Username = null, string? GroupName = null);
}
