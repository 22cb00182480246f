using Amazon.Lambda.CognitoEvents;

namespace BedrockGateway.Api.Triggers;

/// <summary>
/// Cognito's PreTokenGeneration trigger: no tokens for a user who has changed the e-mail address, or whose domain is
/// not one of the organization's any more.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
/// </remarks>
internal sealed class PreTokenGenerationHandler(DomainRule rule)
{
    /// <exception cref="RefusedException">The address is of another domain or not the name.</exception>
    public CognitoPreTokenGenerationEvent Handle(CognitoPreTokenGenerationEvent request)
    {
        if (!rule.Admits(request.UserName, request.Request?.UserAttributes?.GetValueOrDefault("email")))
        {
            throw new RefusedException(
                $"Cannot log in as email is not the one that registered, or not part of domain: {rule.Names}");
        }

        // An empty object would empty the user's groups.
        request.Response ??= new();
        request.Response.ClaimsOverrideDetails = null;
        return request;
    }
}
