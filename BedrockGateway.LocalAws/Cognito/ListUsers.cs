using System.Globalization;
using System.Text;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>ListUsers</c>: users in the order of their creation, filtered by one attribute, in pages.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
/// </remarks>
internal static class ListUsers
{
    private const int LargestPage = 60;
    private const int LongestFilter = 256;

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId)
            .Range("limit", request.Limit ?? LargestPage, 0, LargestPage)
            .MaximumLength("filter", request.Filter, LongestFilter)
            .ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var filter = UserFilter.Parse(request.Filter);
        var after = request.PaginationToken is { } token ? SequenceOf(token) : 0;
        var size = request.Limit is null or 0 ? LargestPage : request.Limit.Value;

        User[] found =
        [
            .. pool.Users.All()
                .Where(user => user.Sequence > after && filter.Matches(user, pool.Users.Comparer))
                .Take(size + 1),
        ];
        var page = found.Take(size).ToArray();
        return new(
            [.. page.Select(user => UserType.Of(user, request.AttributesToGet))],
            found.Length > size ? TokenOf(page[^1].Sequence) : null);
    }

    private static string TokenOf(long sequence) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(sequence.ToString(CultureInfo.InvariantCulture)));

    private static long SequenceOf(string token)
    {
        Span<byte> bytes = stackalloc byte[32];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && long.TryParse(bytes[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : throw CognitoFaults.InvalidParameter("Invalid pagination token given.");
    }

    internal sealed record Request(
        string? UserPoolId = null,
        IReadOnlyList<string>? AttributesToGet = null,
        int? Limit = null,
        string? PaginationToken = null,
        string? Filter = null);

    internal sealed record Response(IReadOnlyList<UserType> Users, string? PaginationToken);
}

/// <summary>A user in a list.</summary>
internal sealed record UserType(
    string Username,
    IReadOnlyList<AttributeType> Attributes,
    decimal UserCreateDate,
    decimal UserLastModifiedDate,
    bool Enabled,
    string UserStatus)
{
    public static UserType Of(User user, IReadOnlyList<string>? attributesToGet) => new(
        user.Username,
        [.. user.Attributes.ToWire().Where(attribute => attributesToGet?.Contains(attribute.Name!) ?? true)],
        EpochSeconds.Of(user.CreatedAt),
        EpochSeconds.Of(user.ModifiedAt),
        user.IsEnabled,
        user.Status);
}
