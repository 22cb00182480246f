using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Admin;

/// <summary>POST /admin/users/{sub}/enable: lets a user in again, after <c>disable</c> or <c>sign-out</c>.</summary>
internal static class EnableEndpoint
{
    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, string sub, PoolUsers users, UserLock userLock)
    {
        if (await users.FindAsync(sub, http.RequestAborted) is not { } user)
        {
            return AdminReplies.NoUser;
        }

        if ((await users.GroupsAsync(user, http.RequestAborted)).Contains(AccountClosure.Group))
        {
            return AdminReplies.Closed;
        }

        await userLock.EnableAsync(user, http.RequestAborted);
        return MessageReply.Ok("The user is enabled.");
    }
}
