using Amazon.APIGateway;
using Amazon.Bedrock;
using Amazon.BedrockRuntime;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;

namespace BedrockGateway.Api.Hosting;

/// <summary>The AWS clients: region, credentials and <c>AWS_ENDPOINT_URL</c> are the SDK's own business.</summary>
internal static class AwsRegistration
{
    /// <summary>Key of the clients of Cognito and API Gateway that make each call once.</summary>
    /// <remarks>
    /// A repeated SignUp whose first reply was lost meets its own user: "already exists" would have two meanings. A
    /// repeated CreateApiKey makes a second key.
    /// </remarks>
    public const string Once = "once";

    public static void AddAwsClients(this IServiceCollection services)
    {
        services.AddSingleton<IAmazonCognitoIdentityProvider>(_ => new AmazonCognitoIdentityProviderClient());
        services.AddKeyedSingleton<IAmazonCognitoIdentityProvider>(
            Once,
            (_, _) => new AmazonCognitoIdentityProviderClient(
                MadeOnce(new AmazonCognitoIdentityProviderConfig())));
        services.AddSingleton<IAmazonAPIGateway>(_ => new AmazonAPIGatewayClient());
        services.AddKeyedSingleton<IAmazonAPIGateway>(
            Once, (_, _) => new AmazonAPIGatewayClient(MadeOnce(new AmazonAPIGatewayConfig())));
        services.AddSingleton<IAmazonBedrock>(_ => new AmazonBedrockClient());
        services.AddSingleton<IAmazonBedrockRuntime>(_ => new AmazonBedrockRuntimeClient(new AmazonBedrockRuntimeConfig
        {
            // The SDK would read it out of the endpoint's name again for every signature, where it need not be.
            AuthenticationRegion = FallbackRegionFactory.GetRegionEndpoint()?.SystemName,
        }));
    }

    /// <summary>A configuration with which each call is sent once, whatever becomes of it.</summary>
    internal static T MadeOnce<T>(T config)
        where T : ClientConfig
    {
        config.MaxErrorRetry = 0;
        config.HttpClientFactory = new SingleSendClients();
        return config;
    }
}
