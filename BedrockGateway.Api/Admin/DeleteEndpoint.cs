using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Admin;

/// <summary>DELETE /admin/users/{sub}: closes the account, as its user could with DELETE /account.</summary>
internal static class DeleteEndpoint
{
    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, string sub, PoolUsers users, AccountClosure closure)
    {
        if (await users.FindAsync(sub, http.RequestAborted) is not { } user)
        {
            return AdminReplies.NoUser;
        }

        if (user.Subject == http.User().Subject)
        {
            return AdminReplies.OwnAccount;
        }

        await closure.RunAsync(user.Subject, user.Username);
        return MessageReply.Ok("The account is closed.");
    }
}
