using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>ConfirmForgotPassword</c>: sets a new password with the code that was sent, and verifies the address.
/// </summary>
/// <remarks>
/// Refresh tokens stay. Entries count together with requests. Ignores <c>AnalyticsMetadata</c> and
/// <c>UserContextData</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html
/// </remarks>
internal sealed class ConfirmForgotPassword(UserPoolStore store, PostConfirmationTrigger trigger, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>CodeMismatchException</c>, <c>ExpiredCodeException</c>, <c>InvalidPasswordException</c>,
    /// <c>LimitExceededException</c>, <c>NotAuthorizedException</c>, <c>UserNotFoundException</c>,
    /// <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>, and those of
    /// <see cref="PostConfirmationTrigger"/>.
    /// </exception>
    public async ValueTask<EmptyResponse> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        new RequestConstraints()
            .ClientId(request.ClientId)
            .Username(request.Username)
            .ConfirmationCode(request.ConfirmationCode)
            .Password(request.Password)
            .ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        client.CheckSecretHash(request.Username!, request.SecretHash);
        pool.PasswordPolicy.Check(request.Password!);
        var user = Find(pool, client, request.Username!);
        var now = clock.GetUtcNow();
        pool.UpdateUser(user.Sub, current => AttemptLimit.PasswordReset.Count(current, now));
        var password = UserPassword.Of(pool.Id, user.Username, request.Password!);
        var changed = pool.UpdateUser(
            user.Sub, current => Change(current, request.ConfirmationCode!, password, now));
        pool.Keys.Prepare();
        await trigger.TellAsync(
            PostConfirmationTrigger.PasswordReset, pool, client.Id, changed, request.ClientMetadata, cancellationToken);
        return EmptyResponse.Instance;
    }

    private static User Find(UserPool pool, UserPoolClient client, string username) =>
        pool.Users.Find(username) switch
        {
            { IsEnabled: true } user => user,
            _ when client.HidesUserExistence => throw CognitoFaults.CodeMismatch(),
            null => throw CognitoFaults.UserOfClientNotFound(),
            _ => throw CognitoFaults.UserDisabled(),
        };

    private static User Change(User user, string given, UserPassword password, DateTimeOffset now)
    {
        var code = user.FindCode(CodePurpose.PasswordReset);
        if (code is null || now >= code.ExpiresAt)
        {
            throw CognitoFaults.CodeExpired();
        }

        if (code.Value != given)
        {
            throw CognitoFaults.CodeMismatch();
        }

        return AttemptLimit.PasswordReset.Forget(user).WithPassword(password, now) with
        {
            Attributes = user.Attributes[code.Attribute] == code.Address
                ? user.Attributes.With($"{code.Attribute}_verified", "true")
                : user.Attributes,
        };
    }

    internal sealed record Request(
        string? ClientId = null,
        string? SecretHash = null,
        string? Username = null,
        string? ConfirmationCode = null,
        string? Password = null,
        IReadOnlyDictionary<string, string>? ClientMetadata = null);
}
