using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>Finds users of the pool, and what groups they are in.</summary>
internal sealed class PoolUsers(IAmazonCognitoIdentityProvider cognito, IOptions<ResourcesOptions> options)
{
    private const int PageSize = 60;

    private readonly string _poolId = options.Value.UserPoolId;

    /// <summary>Whether a text has the form of a <c>sub</c>.</summary>
    public static bool IsSubject(string text) => Guid.TryParseExact(text, "D", out _);

    /// <returns><see langword="null"/> where there is no such user.</returns>
    public Task<PoolUser?> FindAsync(string subject, CancellationToken cancellationToken) =>
        IsSubject(subject) ? ReadAsync(subject, subject, cancellationToken) : Task.FromResult<PoolUser?>(null);

    /// <returns><see langword="null"/> where nobody has registered the address.</returns>
    public Task<PoolUser?> FindByNameAsync(string username, CancellationToken cancellationToken) =>
        ReadAsync(username, subject: null, cancellationToken);

    public async Task<HashSet<string>> GroupsAsync(PoolUser user, CancellationToken cancellationToken)
    {
        var groups = new HashSet<string>(StringComparer.Ordinal);
        var request = new AdminListGroupsForUserRequest
        {
            UserPoolId = _poolId, Username = user.Username, Limit = PageSize,
        };
        do
        {
            var page = await cognito.AdminListGroupsForUserAsync(request, cancellationToken);
            groups.UnionWith((page.Groups ?? []).Select(group => group.GroupName));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return groups;
    }

    /// <param name="filter">As <c>ListUsers</c> takes it; none for all.</param>
    /// <param name="limit">1 to 60.</param>
    /// <param name="next">Where the page begins; none for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page, and where the next one begins.</returns>
    public async Task<(List<PoolUser> Users, string? Next)> ListAsync(
        string? filter, int limit, string? next, CancellationToken cancellationToken)
    {
        var page = await cognito.ListUsersAsync(
            new ListUsersRequest { UserPoolId = _poolId, Filter = filter, Limit = limit, PaginationToken = next },
            cancellationToken);
        return ([.. (page.Users ?? []).Select(From)], string.IsNullOrEmpty(page.PaginationToken)
            ? null
            : page.PaginationToken);
    }

    /// <summary>All users, page by page.</summary>
    public async Task<List<PoolUser>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<PoolUser>();
        string? next = null;
        do
        {
            (var page, next) = await ListAsync(filter: null, PageSize, next, cancellationToken);
            all.AddRange(page);
        }
        while (next is not null);
        return all;
    }

    private static PoolUser From(UserType user)
    {
        var attributes = Named(user.Attributes);
        return new(
            attributes.GetValueOrDefault("sub", ""),
            user.Username,
            user.Enabled == true,
            user.UserStatus?.Value,
            user.UserCreateDate?.ToUniversalTime(),
            user.UserLastModifiedDate?.ToUniversalTime(),
            attributes);
    }

    private static Dictionary<string, string> Named(List<AttributeType>? attributes) =>
        (attributes ?? []).ToDictionary(attribute => attribute.Name, attribute => attribute.Value);

    // Cognito takes a sub for a name; somebody's name could look like one.
    private async Task<PoolUser?> ReadAsync(string name, string? subject, CancellationToken cancellationToken)
    {
        try
        {
            var user = await cognito.AdminGetUserAsync(
                new AdminGetUserRequest { UserPoolId = _poolId, Username = name }, cancellationToken);
            var found = new PoolUser(
                Named(user.UserAttributes).GetValueOrDefault("sub", ""),
                user.Username,
                user.Enabled == true,
                user.UserStatus?.Value,
                user.UserCreateDate?.ToUniversalTime(),
                user.UserLastModifiedDate?.ToUniversalTime(),
                Named(user.UserAttributes));
            return subject is null || found.Subject == subject ? found : null;
        }
        catch (UserNotFoundException)
        {
            return null;
        }
    }
}
