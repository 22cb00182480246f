using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>GET /admin/users/{sub}: a user with groups, plan and key.</summary>
internal static class GetUserEndpoint
{
    public static async Task<Results<Reply<UserReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http,
        string sub,
        PoolUsers users,
        OwnKeyStore keys,
        PlanList plans,
        IOptions<ResourcesOptions> options)
    {
        if (await users.FindAsync(sub, http.RequestAborted) is not { } user)
        {
            return AdminReplies.NoUser;
        }

        var groups = await users.GroupsAsync(user, http.RequestAborted);
        var own = await keys.FindAsync(user.Subject, http.RequestAborted);
        var key = own is null ? null : new UserKey(
            own.Key.Id,
            own.Key.Enabled == true,
            own.Key.CreatedDate?.ToUniversalTime(),
            own.Plan is { } plan ? plans.NameOf(plan) : null);
        return UserReply.Of(new(
            user.Subject,
            user.Email,
            user.Name,
            user.Status,
            user.IsEnabled,
            user.Created,
            user.Modified,
            [.. groups.Order(StringComparer.Ordinal)],
            plans.Of(groups).Name,
            options.Value.KeyNameOf(user.Subject),
            key));
    }
}
