using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>DELETE /admin/users/{sub}/mfa: takes away an authenticator app that its user has lost.</summary>
/// <remarks>Not one's own: that asks for the password, which whoever finds a token does not have.</remarks>
internal static class MfaEndpoint
{
    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http,
        string sub,
        PoolUsers users,
        IAmazonCognitoIdentityProvider cognito,
        IOptions<ResourcesOptions> options)
    {
        if (await users.FindAsync(sub, http.RequestAborted) is not { } user)
        {
            return AdminReplies.NoUser;
        }

        if (user.Subject == http.User().Subject)
        {
            return AdminReplies.OwnAccount;
        }

        await cognito.AdminSetUserMFAPreferenceAsync(
            new AdminSetUserMFAPreferenceRequest
            {
                UserPoolId = options.Value.UserPoolId,
                Username = user.Username,
                SoftwareTokenMfaSettings = new() { Enabled = false, PreferredMfa = false },
            },
            http.RequestAborted);
        return MessageReply.Ok("The authenticator app is off.");
    }
}
