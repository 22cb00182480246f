using Amazon.Lambda.Serialization.SystemTextJson;

namespace BedrockGateway.Api.Hosting;

internal static class LambdaRegistration
{
    /// <summary>Serves the routes from Lambda's events where Lambda runs us; on Kestrel it changes nothing.</summary>
    public static void AddLambda(this IServiceCollection services) =>
        services.AddAWSLambdaHosting(
            LambdaEventSource.RestApi, new SourceGeneratorLambdaJsonSerializer<GatewayEventJsonContext>());
}
