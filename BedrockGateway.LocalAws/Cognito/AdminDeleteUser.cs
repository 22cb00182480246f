using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>AdminDeleteUser</c>: removes a user and with it every refresh token of the user.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
/// </remarks>
internal static class AdminDeleteUser
{
    /// <exception cref="AwsFault">
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).Username(request.Username).ThrowIfViolated();
        return store.Get(request.UserPoolId!).Users.Remove(request.Username!)
            ? EmptyResponse.Instance
            : throw CognitoFaults.UserNotFound();
    }

    internal sealed record Request(string? UserPoolId = null, string? Username = null);
}
