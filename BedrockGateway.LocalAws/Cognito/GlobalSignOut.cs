using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>GlobalSignOut</c>: ends every sign-in of the user, with whatever client.</summary>
/// <remarks>
/// Verifiers that work offline, such as API Gateway's authorizer, take the tokens until they expire.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html
/// </remarks>
internal static class GlobalSignOut
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>, and those of <see cref="AccessTokens"/>.
    /// </exception>
    public static EmptyResponse Handle(Request request, AccessTokens tokens)
    {
        new RequestConstraints().Token("accessToken", request.AccessToken).ThrowIfViolated();
        var holder = tokens.Authorize(request.AccessToken!);
        holder.Pool.Sessions.RevokeAll(holder.User.Sub);
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? AccessToken = null);
}
