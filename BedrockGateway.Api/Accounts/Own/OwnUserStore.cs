using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Reads the user of a token, who may have gone since the token was made.</summary>
internal sealed class OwnUserStore(IAmazonCognitoIdentityProvider cognito, IOptions<ResourcesOptions> options)
{
    /// <summary>What is said to a token whose user has gone; the text is Cognito's own.</summary>
    public static Reply<ErrorReply> Gone =>
        ErrorReply.Of(StatusCodes.Status400BadRequest, "User does not exist.");

    /// <returns>
    /// <see langword="null"/> when the name is of another user by now: somebody has registered the address again.
    /// </returns>
    /// <exception cref="UserNotFoundException">There is no such user.</exception>
    public async Task<OwnUser?> FindAsync(string username, string subject, CancellationToken cancellationToken)
    {
        var user = await cognito.AdminGetUserAsync(
            new AdminGetUserRequest { UserPoolId = options.Value.UserPoolId, Username = username }, cancellationToken);
        var attributes = (user.UserAttributes ?? []).ToDictionary(pair => pair.Name, pair => pair.Value);
        return attributes.GetValueOrDefault("sub") == subject
            ? new(user.Username, user.Enabled != false, user.UserStatus?.Value, user.UserCreateDate, attributes)
            : null;
    }
}
