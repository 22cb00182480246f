using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>AdminListGroupsForUser</c>: the groups that a user is in, in the order of tokens.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html
/// </remarks>
internal static class AdminListGroupsForUser
{
    /// <exception cref="AwsFault">
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public static ListGroups.Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints()
            .Username(request.Username).UserPoolId(request.UserPoolId).Page(request.Limit).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var page = Page<UserPoolGroup>.Of(
            pool.Groups.Of(pool.GetUser(request.Username!)),
            request.Limit,
            request.NextToken,
            group => group.Rank);
        return new([.. page.Items.Select(group => GroupType.Of(pool, group))], page.NextToken);
    }

    internal sealed record Request(
        string? Username = null, string? UserPoolId = null, int? Limit = null, string? NextToken = null);
}
