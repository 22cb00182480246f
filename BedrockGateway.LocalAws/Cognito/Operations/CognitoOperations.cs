using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Operations;

/// <summary>The operations of <c>cognito-idp</c>, by name.</summary>
internal static class CognitoOperations
{
    public static AwsJsonService Create(IServiceProvider provider) =>
        new("cognito-idp", "AWSCognitoIdentityProviderService", () => new AwsJsonOperations()
            .MapSignIn(provider)
            .MapOwnUser(provider)
            .MapAdministrator(provider)
            .MapGroup(provider)
            .MapPool(provider));
}
