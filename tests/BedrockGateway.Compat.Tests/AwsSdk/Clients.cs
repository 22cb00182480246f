using Amazon.APIGateway;
using Amazon.Bedrock;
using Amazon.BedrockRuntime;
using Amazon.CloudFormation;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;

namespace BedrockGateway.Compat.Tests.AwsSdk;

/// <summary>Clients of a <see cref="WireServer"/> with fixed credentials and no retries.</summary>
internal static class Clients
{
    public static readonly AWSCredentials Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret");

    public static AmazonCognitoIdentityProviderClient Cognito(WireServer server) =>
        new(Credentials, Configure(new AmazonCognitoIdentityProviderConfig(), server));

    public static AmazonAPIGatewayClient ApiGateway(WireServer server) =>
        new(Credentials, Configure(new AmazonAPIGatewayConfig(), server));

    public static AmazonBedrockClient Bedrock(WireServer server) =>
        new(Credentials, Configure(new AmazonBedrockConfig(), server));

    public static AmazonBedrockRuntimeClient BedrockRuntime(WireServer server) =>
        new(Credentials, Configure(new AmazonBedrockRuntimeConfig(), server));

    public static AmazonCloudFormationClient CloudFormation(WireServer server) =>
        new(Credentials, Configure(new AmazonCloudFormationConfig(), server));

    public static T Configure<T>(T config, WireServer server, int maxErrorRetry = 0)
        where T : ClientConfig
    {
        config.ServiceURL = server.Url;
        config.AuthenticationRegion = "eu-west-1";
        config.MaxErrorRetry = maxErrorRetry;
        return config;
    }
}
