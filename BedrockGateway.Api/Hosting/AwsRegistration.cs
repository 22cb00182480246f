using Amazon.APIGateway;
using Amazon.Bedrock;
using Amazon.BedrockRuntime;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.Hosting;

/// <summary>The AWS clients: region, credentials and <c>AWS_ENDPOINT_URL</c> are the SDK's own business.</summary>
internal static class AwsRegistration
{
    /// <summary>Key of the Cognito client that makes each call once.</summary>
    /// <remarks>
    /// A repeated SignUp whose first reply was lost meets its own user: "already exists" would have two meanings.
    /// </remarks>
    public const string Once = "once";

    public static void AddAwsClients(this IServiceCollection services)
    {
        services.AddSingleton<IAmazonCognitoIdentityProvider>(_ => new AmazonCognitoIdentityProviderClient());
        services.AddKeyedSingleton<IAmazonCognitoIdentityProvider>(
            Once,
            (_, _) => new AmazonCognitoIdentityProviderClient(
                new AmazonCognitoIdentityProviderConfig { MaxErrorRetry = 0 }));
        services.AddSingleton<IAmazonAPIGateway>(_ => new AmazonAPIGatewayClient());
        services.AddSingleton<IAmazonBedrock>(_ => new AmazonBedrockClient());
        services.AddSingleton<IAmazonBedrockRuntime>(provider =>
        {
            var client = new AmazonBedrockRuntimeClient(new AmazonBedrockRuntimeConfig
            {
                // The SDK would read it out of the endpoint's name again for every signature, where it need not be.
                AuthenticationRegion = FallbackRegionFactory.GetRegionEndpoint()?.SystemName,
            });
            provider.GetRequiredService<TokenHeaders>().Watch(client);
            return client;
        });
    }
}
