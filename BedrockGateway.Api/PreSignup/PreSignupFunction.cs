using Amazon.Lambda.CognitoEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.PreSignup;

/// <summary>Runs the trigger as a Lambda function: no HTTP, no AWS clients.</summary>
internal static class PreSignupFunction
{
    /// <exception cref="StartupException">The domain is missing or cannot be one.</exception>
    public static async Task RunAsync(string? organizationDomain, CancellationToken cancellationToken)
    {
        if (!OrganizationDomain.TryParse(organizationDomain, out var domain))
        {
            throw new StartupException(
                $"ORGANIZATION_DOMAIN is '{organizationDomain}'; it must be an ASCII domain such as example.com.");
        }

        var handler = new PreSignupHandler(domain);
        using var bootstrap = LambdaBootstrapBuilder
            .Create<CognitoPreSignupEvent, CognitoPreSignupEvent>(
                (CognitoPreSignupEvent request, ILambdaContext _) => handler.Handle(request),
                new SourceGeneratorLambdaJsonSerializer<PreSignupJsonContext>())
            .Build();
        await bootstrap.RunAsync(cancellationToken);
    }
}
