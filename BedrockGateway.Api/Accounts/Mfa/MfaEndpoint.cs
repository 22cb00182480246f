using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /account/mfa: a secret for an authenticator app, then with a code of it: on.</summary>
/// <remarks>
/// From then on each login asks for a code. Each call of Cognito is made once: a code is good for one answer.
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
/// </remarks>
internal static class MfaEndpoint
{
    private const string AccessToken = "accessToken";
    private const string Code = "code";

    private static readonly FormShape Shape = new(AccessToken) { Optional = [Code] };

    public static async Task<Results<Reply<MfaReply>, Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http,
        [FromKeyedServices(AwsRegistration.Once)] IAmazonCognitoIdentityProvider cognito,
        AccessTokenVerifier tokens,
        IOptions<ResourcesOptions> options)
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

        if (form.Find(Code) is { } code)
        {
            return await FinishAsync(cognito, accessToken, code, http.RequestAborted) is { } wrong
                ? wrong
                : MessageReply.Ok("The authenticator app is on.");
        }

        var reply = await cognito.AssociateSoftwareTokenAsync(
            new AssociateSoftwareTokenRequest { AccessToken = accessToken }, http.RequestAborted);
        return MfaReply.Of(new(
            reply.SecretCode,
            MfaSetup.UriOf(options.Value.StackName, caller.Username, reply.SecretCode),
            "POST /account/mfa with accessToken and code, the app's six digits."));
    }

    // A first login with a code is what proves it works; switching on what was verified may be repeated.
    private static async Task<Reply<ErrorReply>?> FinishAsync(
        IAmazonCognitoIdentityProvider cognito, string accessToken, string code, CancellationToken cancellationToken)
    {
        var verified = await cognito.VerifySoftwareTokenAsync(
            new VerifySoftwareTokenRequest { AccessToken = accessToken, UserCode = code }, cancellationToken);
        if (verified.Status != VerifySoftwareTokenResponseType.SUCCESS)
        {
            return ErrorReply.Of(StatusCodes.Status400BadRequest, "The code is not the authenticator app's.");
        }

        await cognito.PreferAsync(accessToken, isOn: true, cancellationToken);
        return null;
    }
}
