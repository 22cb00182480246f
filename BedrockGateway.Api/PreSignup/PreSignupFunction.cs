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

        StartLog.Write(FunctionRole.PreSignup, TimeProvider.System);
        var handler = new PreSignupHandler(domain);
        using var bootstrap = LambdaBootstrapBuilder
            .Create<CognitoPreSignupEvent, CognitoPreSignupEvent>(
                (CognitoPreSignupEvent request, ILambdaContext context) => Handle(handler, request, context),
                new SourceGeneratorLambdaJsonSerializer<PreSignupJsonContext>())
            .Build();
        await bootstrap.RunAsync(cancellationToken);
    }

    private static CognitoPreSignupEvent Handle(
        PreSignupHandler handler, CognitoPreSignupEvent request, ILambdaContext context)
    {
        try
        {
            return handler.Handle(request);
        }
        catch (RegistrationRefusedException refused)
        {
            refused.LogLine = RefusalLog.LineFor(context.AwsRequestId, refused, TimeProvider.System);
            throw;
        }
    }
}
