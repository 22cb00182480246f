using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>ConfirmSignUp</c>: confirms a user with the code that was sent, and verifies the address it went to.
/// </summary>
/// <remarks>
/// Ignores <c>ForceAliasCreation</c>, <c>AnalyticsMetadata</c>, <c>UserContextData</c> and <c>Session</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
/// </remarks>
internal sealed class ConfirmSignUp(UserPoolStore store, PostConfirmationTrigger trigger, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>CodeMismatchException</c>, <c>ExpiredCodeException</c>, <c>LimitExceededException</c>,
    /// <c>NotAuthorizedException</c>, <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>,
    /// <c>InvalidParameterException</c>, and those of <see cref="PostConfirmationTrigger"/>.
    /// </exception>
    public async ValueTask<EmptyResponse> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        new RequestConstraints()
            .ClientId(request.ClientId)
            .Username(request.Username)
            .ConfirmationCode(request.ConfirmationCode)
            .ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        client.CheckSecretHash(request.Username!, request.SecretHash);
        var user = pool.Users.Find(request.Username!)
            ?? throw (client.HidesUserExistence ? CognitoFaults.CodeExpired() : CognitoFaults.UserOfClientNotFound());
        if (!user.IsUnconfirmed)
        {
            throw CognitoFaults.CannotConfirm(user);
        }

        var now = clock.GetUtcNow();
        pool.UpdateUser(user.Sub, current => AttemptLimit.ConfirmSignUp.Count(current, now));
        var confirmed = pool.UpdateUser(user.Sub, current => Confirm(current, request.ConfirmationCode!, now));
        pool.Keys.Prepare();
        await trigger.TellAsync(
            PostConfirmationTrigger.SignUp, pool, client.Id, confirmed, request.ClientMetadata, cancellationToken);
        return EmptyResponse.Instance;
    }

    private static User Confirm(User user, string given, DateTimeOffset now)
    {
        if (!user.IsUnconfirmed)
        {
            throw CognitoFaults.CannotConfirm(user);
        }

        var code = user.FindCode(CodePurpose.SignUp);
        if (code is null || now >= code.ExpiresAt)
        {
            throw CognitoFaults.CodeExpired();
        }

        if (code.Value != given)
        {
            throw CognitoFaults.CodeMismatch();
        }

        // An address that changed since is not the one that the code proves.
        return user.WithoutCode(CodePurpose.SignUp) with
        {
            Status = UserStatus.Confirmed,
            Attributes = user.Attributes[code.Attribute] == code.Address
                ? user.Attributes.With($"{code.Attribute}_verified", "true")
                : user.Attributes,
            ModifiedAt = now,
        };
    }

    internal sealed record Request(
        string? ClientId = null,
        string? SecretHash = null,
        string? Username = null,
        string? ConfirmationCode = null,
        IReadOnlyDictionary<string, string>? ClientMetadata = null);
}
