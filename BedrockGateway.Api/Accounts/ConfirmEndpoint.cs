using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Admin;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /confirm: proves with the mailed code that an address is the user's.</summary>
internal static class ConfirmEndpoint
{
    private static readonly FormShape Shape = new("email", "code");

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

        await cognito.ConfirmSignUpAsync(
            new ConfirmSignUpRequest
            {
                ClientId = options.Value.UserPoolClientId,
                Username = form["email"],
                ConfirmationCode = form["code"],
            },
            http.RequestAborted);
        await administrators.WelcomeAsync(http, form["email"]);
        return MessageReply.Ok($"User {form["email"]} confirmed successfully.");
    }
}
