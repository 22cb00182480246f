using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /password/forgot: mails a code for <c>/password/reset</c>.</summary>
internal static class ForgotPasswordEndpoint
{
    private static readonly FormShape Shape = new("email");

    public static async Task<Results<Reply<DeliveryReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http,
        [FromKeyedServices(AwsRegistration.Once)] IAmazonCognitoIdentityProvider cognito,
        IOptions<ResourcesOptions> options)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        var reply = await cognito.ForgotPasswordAsync(
            new ForgotPasswordRequest { ClientId = options.Value.UserPoolClientId, Username = form["email"] },
            http.RequestAborted);
        return DeliveryReply.Of(reply.CodeDeliveryDetails);
    }
}
