using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Accounts;

/// <summary>DELETE /account: keys and sessions end at once; the user is removed when the quota's period ends.</summary>
internal static class CloseEndpoint
{
    private const string Password = "password";

    private static readonly FormShape Shape = new(Password);

    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, OwnUserStore users, PasswordProof proof, AccountClosure closure)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        var caller = http.User();
        if (await users.FindAsync(caller.Username, caller.Subject, http.RequestAborted) is not { } user)
        {
            return OwnUserStore.Gone;
        }

        if (user.Enabled)
        {
            await proof.DemandAsync(user.Username, form[Password], http.RequestAborted);
        }
        else if (!await closure.HasBegunAsync(user.Username, http.RequestAborted))
        {
            // By an administrator, who may have reasons to keep the user.
            return ErrorReply.Of(StatusCodes.Status403Forbidden, "User is disabled.");
        }

        // From here on a client that goes away changes nothing: half closed helps nobody.
        await closure.RunAsync(caller.Subject, user.Username);
        return MessageReply.Ok("The account is closed.");
    }
}
