using Amazon.Lambda.CognitoEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Telemetry;

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

        using var telemetry = TriggerTelemetry.Start(FunctionRole.PreSignup, TimeProvider.System);
        StartLog.Write(FunctionRole.PreSignup, TimeProvider.System);
        var handler = new PreSignupHandler(domain);
        using var bootstrap = LambdaBootstrapBuilder
            .Create<CognitoPreSignupEvent, CognitoPreSignupEvent>(
                (CognitoPreSignupEvent request, ILambdaContext context) => telemetry is null
                    ? Handle(handler, request, context, log: null)
                    : telemetry.Trace(context, log => Handle(handler, request, context, log)),
                new SourceGeneratorLambdaJsonSerializer<PreSignupJsonContext>())
            .Build();
        await bootstrap.RunAsync(cancellationToken);
    }

    private static CognitoPreSignupEvent Handle(
        PreSignupHandler handler, CognitoPreSignupEvent request, ILambdaContext context, ILogger? log)
    {
        try
        {
            return handler.Handle(request);
        }
        catch (RegistrationRefusedException refused)
        {
            Counters.CountRejection(Counters.EmailDomain);
            if (log is not null)
            {
                RefusalLog.Write(log, context.AwsRequestId, refused);
            }

            refused.LogLine = RefusalLog.LineFor(context.AwsRequestId, refused, TimeProvider.System);
            throw;
        }
    }
}
