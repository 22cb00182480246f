using Amazon.APIGateway;
using Amazon.Bedrock;
using Amazon.BedrockRuntime;
using Amazon.CognitoIdentityProvider;

namespace BedrockGateway.Api.Hosting;

/// <summary>The AWS clients: region, credentials and <c>AWS_ENDPOINT_URL</c> are the SDK's own business.</summary>
internal static class AwsRegistration
{
    public static void AddAwsClients(this IServiceCollection services)
    {
        services.AddSingleton<IAmazonCognitoIdentityProvider>(_ => new AmazonCognitoIdentityProviderClient());
        services.AddSingleton<IAmazonAPIGateway>(_ => new AmazonAPIGatewayClient());
        services.AddSingleton<IAmazonBedrock>(_ => new AmazonBedrockClient());
        services.AddSingleton<IAmazonBedrockRuntime>(_ => new AmazonBedrockRuntimeClient());
    }
}
