using Amazon.Lambda.CognitoEvents;

namespace BedrockGateway.Api.PreSignup;

/// <summary>Cognito's PreSignUp trigger: lets the organization's own people in and nobody else.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
/// </remarks>
internal sealed class PreSignupHandler(OrganizationDomain domain)
{
    /// <exception cref="RegistrationRefusedException">The address is of another domain or not the name.</exception>
    public CognitoPreSignupEvent Handle(CognitoPreSignupEvent request)
    {
        var email = request.Request?.UserAttributes?.GetValueOrDefault("email");

        // Cognito's SignUp can be called directly: then a name may claim one address and the attribute another.
        if (!domain.Covers(email) || !string.Equals(request.UserName, email, StringComparison.OrdinalIgnoreCase))
        {
            throw new RegistrationRefusedException(domain.Name);
        }

        request.Response ??= new();
        request.Response.AutoConfirmUser = true;
        request.Response.AutoVerifyEmail = true;
        return request;
    }
}
