using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>ListUserPools</c>: the pools, the oldest first, in pages.</summary>
/// <remarks>
/// The token of a page is the id of its last pool.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPools.html
/// </remarks>
internal static class ListUserPools
{
    private const int LargestPage = 60;

    /// <exception cref="AwsFault"><c>InvalidParameterException</c>.</exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().Range("maxResults", request.MaxResults ?? 0, 1, LargestPage).ThrowIfViolated();
        var size = request.MaxResults!.Value;
        var rest = request.NextToken is { } last
            ? store.Pools.SkipWhile(pool => pool.Id != last).Skip(1).ToArray()
            : [.. store.Pools];
        var page = rest.Take(size).Select(UserPoolDescription.Of).ToArray();
        return new(page, rest.Length > size ? page[^1].Id : null);
    }

    internal sealed record Request(int? MaxResults = null, string? NextToken = null);

    internal sealed record Response(IReadOnlyList<UserPoolDescription> UserPools, string? NextToken);
}

/// <summary>A pool in a list.</summary>
internal sealed record UserPoolDescription(
    string Id, string Name, LambdaConfig LambdaConfig, decimal CreationDate, decimal LastModifiedDate)
{
    public static UserPoolDescription Of(UserPool pool) => new(
        pool.Id,
        pool.Name,
        pool.Settings.LambdaConfig ?? new(),
        EpochSeconds.Of(pool.CreatedAt),
        EpochSeconds.Of(pool.ModifiedAt));
}
