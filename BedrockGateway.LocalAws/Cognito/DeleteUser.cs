using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>DeleteUser</c>: the user of an access token leaves, and every refresh token with them.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html
/// </remarks>
internal static class DeleteUser
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>, and those of <see cref="AccessTokens"/>.
    /// </exception>
    public static EmptyResponse Handle(Request request, AccessTokens tokens)
    {
        new RequestConstraints().Token("accessToken", request.AccessToken).ThrowIfViolated();
        var holder = tokens.Authorize(request.AccessToken!);
        return holder.Pool.Users.Remove(holder.User.Sub)
            ? EmptyResponse.Instance
            : throw CognitoFaults.UserNotFound();
    }

    internal sealed record Request(string? AccessToken = null);
}
