using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Admin;

/// <summary>POST /admin/users/{sub}/sign-out: ends every session and turns the keys off; the user may log in.</summary>
internal static class SignOutEndpoint
{
    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, string sub, PoolUsers users, UserLock userLock)
    {
        if (await users.FindAsync(sub, http.RequestAborted) is not { } user)
        {
            return AdminReplies.NoUser;
        }

        await userLock.SignOutAsync(user, http.RequestAborted);
        return MessageReply.Ok("The user is signed out and the API keys are disabled until the user is enabled.");
    }
}
