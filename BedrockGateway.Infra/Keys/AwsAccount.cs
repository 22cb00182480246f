using Amazon;
using Amazon.APIGateway;
using Amazon.CloudFormation;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace BedrockGateway.Infra.Keys;

/// <summary>The account and Region that the environment names, as for every AWS SDK and the CDK CLI.</summary>
internal sealed class AwsAccount(AWSCredentials credentials, RegionEndpoint region)
{
    // An account may delete 5 keys a second. The SDK waits longer after each refusal.
    private const int Retries = 5;

    /// <exception cref="KeysException">There are no credentials, or no Region.</exception>
    public static AwsAccount OfEnvironment()
    {
        var region = FallbackRegionFactory.GetRegionEndpoint()
            ?? throw new KeysException(
                "No AWS Region is chosen. Set AWS_REGION, or a region in the profile that AWS_PROFILE names.");
        try
        {
            return new(DefaultAWSCredentialsIdentityResolver.GetCredentials(), region);
        }
        catch (AmazonClientException)
        {
            throw new KeysException(
                "No AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
        }
    }

    public AmazonAPIGatewayClient ApiGateway() =>
        new(credentials, new AmazonAPIGatewayConfig { RegionEndpoint = region, MaxErrorRetry = Retries });

    public AmazonCognitoIdentityProviderClient Cognito() =>
        new(credentials, new AmazonCognitoIdentityProviderConfig { RegionEndpoint = region, MaxErrorRetry = Retries });

    public AmazonCloudFormationClient CloudFormation() =>
        new(credentials, new AmazonCloudFormationConfig { RegionEndpoint = region });
}
