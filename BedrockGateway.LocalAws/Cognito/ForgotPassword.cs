using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>ForgotPassword</c>: sends a code to a verified address, with which a new password can be set.
/// </summary>
/// <remarks>
/// The old password works until then. A client that hides who exists gets a simulated delivery for a user who is
/// unknown, disabled or cannot be reached. Ignores <c>AnalyticsMetadata</c>, <c>UserContextData</c> and
/// <c>ClientMetadata</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html
/// </remarks>
internal sealed class ForgotPassword(UserPoolStore store, CodeSender codes, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>UserNotFoundException</c>, <c>NotAuthorizedException</c>, <c>LimitExceededException</c>,
    /// <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.
    /// </exception>
    public Response Handle(Request request)
    {
        new RequestConstraints().ClientId(request.ClientId).Username(request.Username).ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        client.CheckSecretHash(request.Username!, request.SecretHash);
        RecoveryAddress.CheckAllowed(pool);
        var user = pool.Users.Find(request.Username!);
        if (client.HidesUserExistence
            && (user is not { IsEnabled: true } || RecoveryAddress.AttributeOf(pool, user) is null))
        {
            return new(CodeDeliveryDetails.Simulated(request.Username!));
        }

        return user switch
        {
            null => throw CognitoFaults.UserOfClientNotFound(),
            { IsEnabled: false } => throw CognitoFaults.UserDisabled(),
            { Status: UserStatus.ForceChangePassword } => throw CognitoFaults.CannotReset(),
            _ => new(Send(pool, user)),
        };
    }

    private CodeDeliveryDetails Send(UserPool pool, User user)
    {
        var attribute = RecoveryAddress.AttributeOf(pool, user) ?? throw CognitoFaults.NowhereToReset();
        pool.UpdateUser(user.Sub, current => AttemptLimit.PasswordReset.Count(current, clock.GetUtcNow()));
        return codes.Send(pool, user, CodePurpose.PasswordReset, attribute);
    }

    internal sealed record Request(string? ClientId = null, string? SecretHash = null, string? Username = null);

    internal sealed record Response(CodeDeliveryDetails CodeDeliveryDetails);
}
