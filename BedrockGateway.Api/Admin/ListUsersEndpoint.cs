using System.Globalization;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Admin;

/// <summary>GET /admin/users: the pool's users by pages.</summary>
internal static class ListUsersEndpoint
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 60;

    public static async Task<Results<Reply<UserListReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, PoolUsers users)
    {
        var query = http.Request.Query;
        if (!UserListFilter.TryParse(query["filter"], out var filter))
        {
            return ErrorReply.Of(StatusCodes.Status400BadRequest, UserListFilter.Allowed);
        }

        if (LimitOf(query["limit"]) is not { } limit)
        {
            return ErrorReply.Of(
                StatusCodes.Status400BadRequest, $"limit must be a whole number from 1 to {MaxLimit}.");
        }

        string? from = query["next"];
        var (page, next) = await users.ListAsync(
            filter, limit, string.IsNullOrEmpty(from) ? null : from, http.RequestAborted);
        return UserListReply.Of(page, next);
    }

    private static int? LimitOf(string? text) =>
        text is null ? DefaultLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= MaxLimit ? limit
        : null;
}
