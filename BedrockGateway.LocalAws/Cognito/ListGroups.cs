using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>ListGroups</c>: the groups of a pool by name, in pages.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListGroups.html
/// </remarks>
internal static class ListGroups
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).Page(request.Limit).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var page = Page<UserPoolGroup>.Of(
            pool.Groups.All(), request.Limit, request.NextToken, group => group.GroupName);
        return new([.. page.Items.Select(group => GroupType.Of(pool, group))], page.NextToken);
    }

    internal sealed record Request(string? UserPoolId = null, int? Limit = null, string? NextToken = null);

    internal sealed record Response(IReadOnlyList<GroupType> Groups, string? NextToken);
}
