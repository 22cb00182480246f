using Amazon.CognitoIdentityProvider;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Accounts;

/// <summary>DELETE /account/mfa: logins ask for the password alone again.</summary>
/// <remarks>Asks for the password: whoever finds tokens must not be able to turn the second factor off.</remarks>
internal static class MfaOffEndpoint
{
    private const string AccessToken = "accessToken";
    private const string Password = "password";

    private static readonly FormShape Shape = new(AccessToken, Password);

    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, IAmazonCognitoIdentityProvider cognito, AccessTokenVerifier tokens, PasswordProof proof)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        var accessToken = form[AccessToken];
        var caller = http.User();
        var verdict = await tokens.VerifyAsync(accessToken, caller.Subject, http.RequestAborted);
        if (verdict.ToError() is { } refused)
        {
            return refused;
        }

        await proof.DemandAsync(caller.Username, form[Password], http.RequestAborted);
        await cognito.PreferAsync(accessToken, isOn: false, http.RequestAborted);
        return MessageReply.Ok("The authenticator app is off.");
    }
}
