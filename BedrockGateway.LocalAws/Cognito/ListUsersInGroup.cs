using System.Globalization;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>ListUsersInGroup</c>: the members of a group, the oldest user first, in pages.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html
/// </remarks>
internal static class ListUsersInGroup
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId).GroupName(request.GroupName).Page(request.Limit).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var group = pool.Groups.Get(request.GroupName!).GroupName;
        var page = Page<User>.Of(
            pool.Users.All().Where(user => user.Groups.Contains(group)),
            request.Limit,
            request.NextToken,
            user => user.Sequence.ToString("D19", CultureInfo.InvariantCulture));
        return new([.. page.Items.Select(user => UserType.Of(user, attributesToGet: null))], page.NextToken);
    }

    internal sealed record Request(
        string? UserPoolId = null, string? GroupName = null, int? Limit = null, string? NextToken = null);

    internal sealed record Response(IReadOnlyList<UserType> Users, string? NextToken);
}
