using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>AdminConfirmSignUp</c>: confirms a user without a code; addresses stay unverified.</summary>
/// <remarks>
/// Ignores <c>ClientMetadata</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
/// </remarks>
internal static class AdminConfirmSignUp
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the user is confirmed; <c>UserNotFoundException</c>,
    /// <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store, TimeProvider clock)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).Username(request.Username).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        pool.Users.Update(
            pool.GetUser(request.Username!).Username,
            user => user.IsConfirmed
                ? throw CognitoFaults.AlreadyConfirmed()
                : user with { Status = UserStatus.Confirmed, Code = null, ModifiedAt = clock.GetUtcNow() });
        pool.Keys.Prepare();
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null, string? Username = null);
}
