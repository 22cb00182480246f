using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>UpdateGroup</c>: changes what is given and leaves the rest.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateGroup.html
/// </remarks>
internal static class UpdateGroup
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static Response Handle(Request request, UserPoolStore store, TimeProvider clock)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId)
            .GroupName(request.GroupName)
            .Group(request.Description, request.Precedence, request.RoleArn)
            .ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var group = pool.Groups.Update(request.GroupName!, current => current with
        {
            Description = request.Description ?? current.Description,
            Precedence = request.Precedence ?? current.Precedence,
            RoleArn = request.RoleArn ?? current.RoleArn,
            ModifiedAt = clock.GetUtcNow(),
        });
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
