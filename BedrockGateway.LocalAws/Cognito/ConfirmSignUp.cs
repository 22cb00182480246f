using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>ConfirmSignUp</c>: confirms a user with the code that was sent, and verifies the address it went to.
/// </summary>
/// <remarks>
/// Ignores <c>ForceAliasCreation</c>, <c>AnalyticsMetadata</c>, <c>UserContextData</c>, <c>ClientMetadata</c> and
/// <c>Session</c>. Wrong codes are not counted.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
/// </remarks>
internal sealed class ConfirmSignUp(UserPoolStore store, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>CodeMismatchException</c>, <c>ExpiredCodeException</c>, <c>NotAuthorizedException</c>,
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public EmptyResponse Handle(Request request)
    {
        new RequestConstraints()
            .ClientId(request.ClientId)
            .Username(request.Username)
            .ConfirmationCode(request.ConfirmationCode)
            .ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        client.CheckSecretHash(request.Username!, request.SecretHash);
        var user = pool.Users.Find(request.Username!)
            ?? throw (client.HidesUserExistence
                ? Expired()
                : new AwsFault("UserNotFoundException", "Username/client id combination not found."));

        pool.Users.Update(user.Username, current => Confirm(current, request.ConfirmationCode!));
        pool.Keys.Prepare();
        return EmptyResponse.Instance;
    }

    private static AwsFault Expired() =>
        new("ExpiredCodeException", "Invalid code provided, please request a code again.");

    private User Confirm(User user, string code)
    {
        var now = clock.GetUtcNow();
        if (user.IsConfirmed)
        {
            throw CognitoFaults.AlreadyConfirmed();
        }

        if (user.Code is null || now >= user.Code.ExpiresAt)
        {
            throw Expired();
        }

        if (user.Code.Value != code)
        {
            throw new AwsFault("CodeMismatchException", "Invalid verification code provided, please try again.");
        }

        return user with
        {
            Status = UserStatus.Confirmed,
            Attributes = user.Attributes.With($"{user.Code.Attribute}_verified", "true"),
            Code = null,
            ModifiedAt = now,
        };
    }

    internal sealed record Request(
        string? ClientId = null, string? SecretHash = null, string? Username = null, string? ConfirmationCode = null);
}
