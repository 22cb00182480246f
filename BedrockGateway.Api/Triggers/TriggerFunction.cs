using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.Triggers;

/// <summary>Runs the user pool's triggers as a Lambda function: no HTTP, no AWS clients.</summary>
internal static class TriggerFunction
{
    /// <param name="setting">Value of an environment variable.</param>
    /// <param name="cancellationToken">Ends the function.</param>
    /// <exception cref="StartupException">A setting is missing or cannot be one.</exception>
    public static async Task RunAsync(Func<string, string?> setting, CancellationToken cancellationToken)
    {
        if (!DomainRule.TryParse(setting("ORGANIZATION_DOMAIN"), out var rule))
        {
            throw new StartupException(
                $"ORGANIZATION_DOMAIN is '{setting("ORGANIZATION_DOMAIN")}'; it must be ASCII domains such as "
                + "example.com or *.example.com, separated by commas.");
        }

        if (!bool.TryParse(setting("AUTO_CONFIRM_DOMAIN") ?? bool.TrueString, out var confirms))
        {
            throw new StartupException(
                $"AUTO_CONFIRM_DOMAIN is '{setting("AUTO_CONFIRM_DOMAIN")}'; it must be true or false.");
        }

        using var telemetry = TriggerTelemetry.Start(FunctionRole.PreSignup, TimeProvider.System);
        StartLog.Write(FunctionRole.PreSignup, TimeProvider.System);
        var router = new TriggerRouter(rule, confirms);
        using var bootstrap = LambdaBootstrapBuilder
            .Create<JsonElement, JsonElement>(
                (JsonElement request, ILambdaContext context) => telemetry is null
                    ? Handle(router, request, context, log: null)
                    : telemetry.Trace(context, log => Handle(router, request, context, log)),
                new SourceGeneratorLambdaJsonSerializer<TriggerJsonContext>())
            .Build();
        await bootstrap.RunAsync(cancellationToken);
    }

    private static JsonElement Handle(
        TriggerRouter router, JsonElement request, ILambdaContext context, ILogger? log)
    {
        try
        {
            return router.Handle(request);
        }
        catch (RefusedException refused)
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
