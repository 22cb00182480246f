using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Admin;

/// <summary>POST /admin/users/{sub}/disable: no login, no session, no key.</summary>
internal static class DisableEndpoint
{
    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, string sub, PoolUsers users, UserLock userLock)
    {
        if (await users.FindAsync(sub, http.RequestAborted) is not { } user)
        {
            return AdminReplies.NoUser;
        }

        if (user.Subject == http.User().Subject)
        {
            return AdminReplies.OwnAccount;
        }

        await userLock.DisableAsync(user, http.RequestAborted);
        return MessageReply.Ok("The user is disabled.");
    }
}
