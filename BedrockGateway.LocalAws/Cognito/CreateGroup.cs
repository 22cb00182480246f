using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>CreateGroup</c>: a group without members.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html
/// </remarks>
internal static class CreateGroup
{
    /// <exception cref="AwsFault">
    /// <c>GroupExistsException</c>, <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public static Response Handle(Request request, UserPoolStore store, TimeProvider clock)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId)
            .GroupName(request.GroupName)
            .Group(request.Description, request.Precedence, request.RoleArn)
            .ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var now = clock.GetUtcNow();
        var group = new UserPoolGroup(
            request.GroupName!, now, now, request.Description, request.Precedence, request.RoleArn);
        pool.Groups.Add(group);
        return new(GroupType.Of(pool, group));
    }

    internal sealed record Request(
        string? UserPoolId = null,
        string? GroupName = null,
        string? Description = null,
        string? RoleArn = null,
        int? Precedence = null);

    internal sealed record Response(GroupType Group);
}
