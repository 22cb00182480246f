using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>POST /admin/users/{sub}/invite: mails another temporary password; the one before is void.</summary>
/// <remarks>Called once: repeated after a lost reply, it would send two mails, of which one is right.</remarks>
internal static class InviteAgainEndpoint
{
    private const string Invited = "FORCE_CHANGE_PASSWORD";

    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http,
        string sub,
        PoolUsers users,
        [FromKeyedServices(AwsRegistration.Once)] IAmazonCognitoIdentityProvider cognito,
        IOptions<ResourcesOptions> options)
    {
        if (await users.FindAsync(sub, http.RequestAborted) is not { } user)
        {
            return AdminReplies.NoUser;
        }

        if (!user.IsEnabled || user.Status != Invited)
        {
            return AdminReplies.NotInvited;
        }

        await cognito.AdminCreateUserAsync(
            new AdminCreateUserRequest
            {
                UserPoolId = options.Value.UserPoolId,
                Username = user.Username,
                DesiredDeliveryMediums = ["EMAIL"],
                MessageAction = MessageActionType.RESEND,
            },
            http.RequestAborted);
        return MessageReply.Ok("The user is invited again.");
    }
}
