using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Has who is logged in prove once more that they know the password.</summary>
internal sealed class PasswordProof(IAmazonCognitoIdentityProvider cognito, IOptions<ResourcesOptions> options)
{
    /// <remarks>A challenge comes after the password, so it was right. What tokens come with it nobody gets.</remarks>
    /// <exception cref="NotAuthorizedException">The password is wrong; the text is Cognito's.</exception>
    public async Task DemandAsync(string username, string password, CancellationToken cancellationToken) =>
        await cognito.InitiateAuthAsync(
            new InitiateAuthRequest
            {
                AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
                AuthParameters = new() { ["USERNAME"] = username, ["PASSWORD"] = password },
                ClientId = options.Value.UserPoolClientId,
            },
            cancellationToken);
}
