using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>GetGroup</c>: describes one group.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetGroup.html
/// </remarks>
internal static class GetGroup
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).GroupName(request.GroupName).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        return new(GroupType.Of(pool, pool.Groups.Get(request.GroupName!)));
    }

    internal sealed record Request(string? UserPoolId = null, string? GroupName = null);

    internal sealed record Response(GroupType Group);
}
