using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /password/change: a new password for who knows the old one and is logged in.</summary>
/// <remarks>Called once: a repeated call whose first reply was lost would call the right old password wrong.</remarks>
internal static class ChangePasswordEndpoint
{
    private static readonly FormShape Shape = new("accessToken", "oldPassword", "newPassword");

    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http,
        [FromKeyedServices(AwsRegistration.Once)] IAmazonCognitoIdentityProvider cognito,
        AccessTokenVerifier tokens)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        var accessToken = form["accessToken"];
        var verdict = await tokens.VerifyAsync(accessToken, http.User().Subject, http.RequestAborted);
        if (verdict.ToError() is { } refused)
        {
            return refused;
        }

        await cognito.ChangePasswordAsync(
            new ChangePasswordRequest
            {
                AccessToken = accessToken,
                PreviousPassword = form["oldPassword"],
                ProposedPassword = form["newPassword"],
            },
            http.RequestAborted);
        return MessageReply.Ok("Password changed successfully.");
    }
}
