using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AdminResetUserPassword</c>: the password works no longer, and the user gets a code to set a new one.
/// </summary>
/// <remarks>
/// Ignores <c>ClientMetadata</c>. Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html
/// </remarks>
internal sealed class AdminResetUserPassword(UserPoolStore store, CodeSender codes, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the user has no password of their own yet; <c>InvalidParameterException</c>: the
    /// user cannot be reached; <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>.
    /// </exception>
    public EmptyResponse Handle(Request request)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).Username(request.Username).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var user = pool.GetUser(request.Username!);
        if (user.Status is UserStatus.ForceChangePassword or UserStatus.Unconfirmed)
        {
            throw CognitoFaults.CannotReset();
        }

        var attribute = RecoveryAddress.AttributeOf(pool, user) ?? throw CognitoFaults.NowhereToReset();
        pool.UpdateUser(
            user.Sub,
            current => current with { Status = UserStatus.ResetRequired, ModifiedAt = clock.GetUtcNow() });
        codes.Send(pool, user, CodePurpose.PasswordReset, attribute);
        return EmptyResponse.Instance;
    }

    internal sealed record Request(string? UserPoolId = null, string? Username = null);
}
