using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /login: trades e-mail address and password for the pool's tokens, or for the next step.</summary>
internal static class LoginEndpoint
{
    private static readonly FormShape Shape = new("email", "password");

    public static async Task<Results<Reply<LoginReply>, Reply<ChallengeReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, IAmazonCognitoIdentityProvider cognito, IOptions<ResourcesOptions> options)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        var reply = await cognito.InitiateAuthAsync(
            new InitiateAuthRequest
            {
                AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
                AuthParameters = new() { ["USERNAME"] = form["email"], ["PASSWORD"] = form["password"] },
                ClientId = options.Value.UserPoolClientId,
            },
            http.RequestAborted);
        return SignIn.From(reply).ToReply();
    }
}
