using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /login: trades e-mail address and password for the pool's tokens.</summary>
internal static class LoginEndpoint
{
    private static readonly string[] Fields = ["email", "password"];

    public static async Task<Results<Reply<LoginReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, IAmazonCognitoIdentityProvider cognito, IOptions<ResourcesOptions> options)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Fields, http.RequestAborted);
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
        if (reply.AuthenticationResult is not { } result)
        {
            return ErrorReply.Of(
                StatusCodes.Status400BadRequest,
                $"The login needs a step that this API does not offer: {reply.ChallengeName}.");
        }

        var tokens = LoginTokens.From(result);
        return new Reply<LoginReply>(
            StatusCodes.Status200OK,
            new(
                StatusCodes.Status200OK, Success: true, tokens.IdToken, tokens.AccessToken, tokens.RefreshToken,
                tokens.ExpiresIn, tokens.TokenType, tokens),
            AccountsJsonContext.Wire.LoginReply);
    }
}
