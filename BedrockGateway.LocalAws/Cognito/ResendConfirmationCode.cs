using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>ResendConfirmationCode</c>: sends a new code, which makes the one before useless.</summary>
/// <remarks>
/// Ignores <c>AnalyticsMetadata</c>, <c>UserContextData</c> and <c>ClientMetadata</c>. A client that hides who exists
/// gets a simulated delivery for a user who is unknown, disabled or confirmed.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html
/// </remarks>
internal sealed class ResendConfirmationCode(UserPoolStore store, CodeSender codes, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>, <c>UserNotFoundException</c>, <c>NotAuthorizedException</c>,
    /// <c>LimitExceededException</c>, <c>ResourceNotFoundException</c>.
    /// </exception>
    public Response Handle(Request request)
    {
        new RequestConstraints().ClientId(request.ClientId).Username(request.Username).ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        client.CheckSecretHash(request.Username!, request.SecretHash);
        var user = pool.Users.Find(request.Username!);
        if (client.HidesUserExistence && user is not { IsUnconfirmed: true, IsEnabled: true })
        {
            return new(CodeDeliveryDetails.Simulated(request.Username!));
        }

        if (user is null)
        {
            throw CognitoFaults.UserOfClientNotFound();
        }

        if (!user.IsEnabled)
        {
            throw CognitoFaults.UserDisabled();
        }

        if (!user.IsUnconfirmed)
        {
            throw CognitoFaults.InvalidParameter("User is already confirmed.");
        }

        var attribute = CodeSender.AttributeToVerify(pool, user.Attributes)
            ?? throw CognitoFaults.InvalidParameter("Cannot resend codes. Auto verification not turned on.");
        pool.UpdateUser(user.Sub, current => AttemptLimit.ResendCode.Count(current, clock.GetUtcNow()));
        return new(codes.Send(pool, user, CodePurpose.SignUp, attribute));
    }

    internal sealed record Request(string? ClientId = null, string? SecretHash = null, string? Username = null);

    internal sealed record Response(CodeDeliveryDetails CodeDeliveryDetails);
}
