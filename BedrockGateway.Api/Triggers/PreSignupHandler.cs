using Amazon.Lambda.CognitoEvents;

namespace BedrockGateway.Api.Triggers;

/// <summary>Cognito's PreSignUp trigger: lets the organization's own people in and nobody else.</summary>
/// <param name="rule">Whose addresses.</param>
/// <param name="confirms">Whether they are confirmed by that, or by the mailed code.</param>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
/// </remarks>
internal sealed class PreSignupHandler(DomainRule rule, bool confirms)
{
    /// <exception cref="RefusedException">The address is of another domain or not the name.</exception>
    public CognitoPreSignupEvent Handle(CognitoPreSignupEvent request)
    {
        // Cognito's SignUp can be called directly: then a name may claim one address and the attribute another.
        if (!rule.Admits(request.UserName, request.Request?.UserAttributes?.GetValueOrDefault("email")))
        {
            throw new RefusedException($"Cannot register user as email is not part of domain: {rule.Names}");
        }

        request.Response ??= new();
        request.Response.AutoConfirmUser = confirms;
        request.Response.AutoVerifyEmail = confirms;
        return request;
    }
}
