using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Admin;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /password/reset: sets a new password with the code of <c>/password/forgot</c>.</summary>
internal static class ResetPasswordEndpoint
{
    private static readonly FormShape Shape = new("email", "code", "newPassword");

    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http,
        [FromKeyedServices(AwsRegistration.Once)] IAmazonCognitoIdentityProvider cognito,
        FirstAdministrators administrators,
        IOptions<ResourcesOptions> options)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        await cognito.ConfirmForgotPasswordAsync(
            new ConfirmForgotPasswordRequest
            {
                ClientId = options.Value.UserPoolClientId,
                Username = form["email"],
                ConfirmationCode = form["code"],
                Password = form["newPassword"],
            },
            http.RequestAborted);
        await administrators.WelcomeAsync(http, form["email"]);
        return MessageReply.Ok("Password reset successfully.");
    }
}
