using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>AdminConfirmSignUp</c>: confirms a user without a code; addresses stay unverified.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
/// </remarks>
internal sealed class AdminConfirmSignUp(UserPoolStore store, PostConfirmationTrigger trigger, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the user is confirmed; <c>UserNotFoundException</c>,
    /// <c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>, and those of
    /// <see cref="PostConfirmationTrigger"/>.
    /// </exception>
    public async ValueTask<EmptyResponse> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).Username(request.Username).ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var confirmed = pool.UpdateUser(request.Username!, user => user.IsUnconfirmed
            ? user.WithoutCode(CodePurpose.SignUp) with
            {
                Status = UserStatus.Confirmed,
                ModifiedAt = clock.GetUtcNow(),
            }
            : throw CognitoFaults.CannotConfirm(user));
        pool.Keys.Prepare();
        await trigger.TellAsync(
            PostConfirmationTrigger.SignUp,
            pool,
            TriggerEvent.NoClient,
            confirmed,
            request.ClientMetadata,
            cancellationToken);
        return EmptyResponse.Instance;
    }

    internal sealed record Request(
        string? UserPoolId = null,
        string? Username = null,
        IReadOnlyDictionary<string, string>? ClientMetadata = null);
}
