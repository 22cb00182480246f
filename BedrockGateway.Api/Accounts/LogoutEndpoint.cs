using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /logout: ends the session of a refresh token, or with <c>everywhere</c> every session.</summary>
/// <remarks>ID tokens live on until they expire; API Gateway's authorizer knows of no revocation.</remarks>
internal static class LogoutEndpoint
{
    private const string RefreshToken = "refreshToken";
    private const string AccessToken = "accessToken";

    private static readonly FormShape Shape = new() { Optional = [RefreshToken, AccessToken], Switch = "everywhere" };

    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
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

        var failure = (form.IsOn, form.Find(AccessToken), form.Find(RefreshToken)) switch
        {
            (true, { } accessToken, _) => await EverywhereAsync(http, cognito, tokens, accessToken),
            (false, _, { } refreshToken) => await HereAsync(
                cognito, options.Value.UserPoolClientId, refreshToken, http.RequestAborted),
            _ => BodyFault.MissingParameters,
        };
        return failure is not null
            ? failure
            : MessageReply.Ok(form.IsOn ? "Logged out everywhere." : "Logged out.");
    }

    private static async Task<Reply<ErrorReply>?> EverywhereAsync(
        HttpContext http, IAmazonCognitoIdentityProvider cognito, AccessTokenVerifier tokens, string accessToken)
    {
        var verdict = await tokens.VerifyAsync(accessToken, http.User().Subject, http.RequestAborted);
        if (verdict.ToError() is { } refused)
        {
            return refused;
        }

        await cognito.GlobalSignOutAsync(
            new GlobalSignOutRequest { AccessToken = accessToken }, http.RequestAborted);
        return null;
    }

    private static async Task<Reply<ErrorReply>?> HereAsync(
        IAmazonCognitoIdentityProvider cognito,
        string clientId,
        string refreshToken,
        CancellationToken cancellationToken)
    {
        try
        {
            await cognito.RevokeTokenAsync(
                new RevokeTokenRequest { ClientId = clientId, Token = refreshToken }, cancellationToken);
            return null;
        }
        catch (UnauthorizedException stranger)
        {
            // About the token, which is another client's; elsewhere this error is about the gateway's own role.
            return ErrorReply.Of(StatusCodes.Status400BadRequest, stranger.Message);
        }
    }
}
