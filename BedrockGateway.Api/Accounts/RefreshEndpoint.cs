using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>POST /refresh: new ID and access tokens for a refresh token, which stays as it is.</summary>
internal static class RefreshEndpoint
{
    private const string RefreshToken = "refreshToken";

    private static readonly FormShape Shape = new(RefreshToken);

    public static async Task<Results<Reply<LoginReply>, Reply<ErrorReply>>> HandleAsync(
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
                AuthFlow = AuthFlowType.REFRESH_TOKEN_AUTH,
                AuthParameters = new() { ["REFRESH_TOKEN"] = form[RefreshToken] },
                ClientId = options.Value.UserPoolClientId,
            },
            http.RequestAborted);
        return LoginReply.Of(reply.AuthenticationResult);
    }
}
