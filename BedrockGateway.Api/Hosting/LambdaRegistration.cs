using Amazon.Lambda.Serialization.SystemTextJson;

namespace BedrockGateway.Api.Hosting;

internal static class LambdaRegistration
{
    /// <summary>
    /// Serves the routes from Lambda's events where Lambda runs us; on Kestrel it changes nothing. Of models, every
    /// reply is streamed: the stack's methods expect either all or none.
    /// </summary>
    public static void AddLambda(this IServiceCollection services, FunctionRole role) =>
        services.AddAWSLambdaHosting(
            LambdaEventSource.RestApi,
            new SourceGeneratorLambdaJsonSerializer<GatewayEventJsonContext>(),
#pragma warning disable CA2252 // In preview until all managed runtimes know it; the functions bring their own.
            options => options.EnableResponseStreaming = role is FunctionRole.Models);
#pragma warning restore CA2252
}
