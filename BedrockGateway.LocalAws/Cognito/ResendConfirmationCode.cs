using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>ResendConfirmationCode</c>: sends a new code, which makes the one before useless.</summary>
/// <remarks>
/// Ignores <c>AnalyticsMetadata</c>, <c>UserContextData</c> and <c>ClientMetadata</c>. Does not limit how often. A
/// client that hides who exists gets a simulated delivery for a user who is unknown or confirmed.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html
/// </remarks>
internal sealed class ResendConfirmationCode(UserPoolStore store, CodeSender codes)
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>, <c>UserNotFoundException</c>, <c>NotAuthorizedException</c>,
    /// <c>ResourceNotFoundException</c>.
    /// </exception>
    public Response Handle(Request request)
    {
        new RequestConstraints().ClientId(request.ClientId).Username(request.Username).ThrowIfViolated();
        var (pool, client) = store.GetClient(request.ClientId!);
        client.CheckSecretHash(request.Username!, request.SecretHash);
        var user = pool.Users.Find(request.Username!);
        if (client.HidesUserExistence && user is not { IsConfirmed: false })
        {
            return new(CodeDeliveryDetails.To("email", Simulated(request.Username!)));
        }

        if (user is null)
        {
            throw new AwsFault("UserNotFoundException", "Username/client id combination not found.");
        }

        if (user.IsConfirmed)
        {
            throw CognitoFaults.InvalidParameter("User is already confirmed.");
        }

        var attribute = CodeSender.AttributeToVerify(pool, user.Attributes)
            ?? throw CognitoFaults.InvalidParameter("Cannot resend codes. Auto verification not turned on.");
        return new(codes.Send(pool, user, attribute));
    }

    private static string Simulated(string username) =>
        EmailAddress.IsValid(username) ? username : $"{username}@{username}";

    internal sealed record Request(string? ClientId = null, string? SecretHash = null, string? Username = null);

    internal sealed record Response(CodeDeliveryDetails CodeDeliveryDetails);
}
