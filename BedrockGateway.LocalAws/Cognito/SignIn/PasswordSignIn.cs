using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>The flows that send the password: <c>USER_PASSWORD_AUTH</c>, and <c>ADMIN_USER_PASSWORD_AUTH</c>.</summary>
/// <remarks>Cognito's order of checks: secret, flow, parameters, and those of <see cref="FirstFactor"/>.</remarks>
internal sealed class PasswordSignIn(FirstFactor factor, SignInSteps steps)
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>, <c>UserNotFoundException</c>, <c>InvalidParameterException</c>, and those of
    /// <see cref="FirstFactor"/> and <see cref="SignInSteps"/>.
    /// </exception>
    public ValueTask<SignInReply> HandleAsync(
        SignInRequest request, string flow, CancellationToken cancellationToken)
    {
        request.CheckSecretHash();
        if (!request.Client.Flows.Allow(flow))
        {
            throw CognitoFaults.InvalidParameter(request.IsAdministrator
                ? "Auth flow not enabled for this client"
                : $"{flow} flow not enabled for this client");
        }

        var user = Authenticate(request, request.Required("USERNAME"), request.Required("PASSWORD"));
        return steps.AfterPasswordAsync(request, user, cancellationToken);
    }

    private User Authenticate(SignInRequest request, string username, string password)
    {
        if (request.Pool.Users.Find(username) is not { } user)
        {
            if (!request.Client.HidesUserExistence)
            {
                throw CognitoFaults.UserNotFound();
            }

            PasswordHash.Pretend(password);
            throw CognitoFaults.WrongPassword();
        }

        factor.CheckMayTry(user);
        if (!user.Password.Matches(password))
        {
            factor.Fail(request.Pool, user);
            throw CognitoFaults.WrongPassword();
        }

        return user;
    }
}
