using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AdminSetUserPassword</c>: a password that the user keeps, or one to be changed at the next sign-in.
/// </summary>
/// <remarks>
/// Nobody is told. Tokens stay as they are.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html
/// </remarks>
internal sealed class AdminSetUserPassword(UserPoolStore store, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>InvalidPasswordException</c>, <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>,
    /// <c>InvalidParameterException</c>.
    /// </exception>
    public EmptyResponse Handle(Request request)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId)
            .Username(request.Username)
            .Password(request.Password)
            .ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var user = pool.GetUser(request.Username!);
        pool.PasswordPolicy.Check(request.Password!);
        var now = clock.GetUtcNow();
        var password = UserPassword.Of(pool.Id, user.Username, request.Password!);
        pool.UpdateUser(user.Sub, current => request.Permanent is true
            ? current.WithPassword(password, now)
            : current.WithPassword(password, now) with
            {
                Status = UserStatus.ForceChangePassword,
                TemporaryPasswordExpiresAt = now + pool.TemporaryPasswordValidity,
            });
        pool.Keys.Prepare();
        return EmptyResponse.Instance;
    }

    internal sealed record Request(
        string? UserPoolId = null, string? Username = null, string? Password = null, bool? Permanent = null);
}
