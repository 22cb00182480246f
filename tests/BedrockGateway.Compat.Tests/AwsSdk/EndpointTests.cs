using Amazon;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace BedrockGateway.Compat.Tests.AwsSdk;

public sealed class EndpointTests
{
    public static TheoryData<ClientConfig, AmazonWebServiceRequest, string> Addresses => new()
    {
        {
            new AmazonCognitoIdentityProviderConfig { RegionEndpoint = RegionEndpoint.EUWest1 },
            new SignUpRequest(),
            "https://cognito-idp.eu-west-1.amazonaws.com/"
        },
        {
            new AmazonCognitoIdentityProviderConfig
            {
                RegionEndpoint = RegionEndpoint.USEast1, UseFIPSEndpoint = true, UseDualstackEndpoint = true,
            },
            new SignUpRequest(),
            "https://cognito-idp-fips.us-east-1.amazonaws.com/"
        },
        {
            new AmazonCognitoIdentityProviderConfig
            {
                RegionEndpoint = RegionEndpoint.EUWest1, UseDualstackEndpoint = true,
            },
            new SignUpRequest(),
            "https://cognito-idp.eu-west-1.amazonaws.com/"
        },
        {
            new AmazonAPIGatewayConfig { RegionEndpoint = RegionEndpoint.CNNorth1 },
            new GetApiKeysRequest(),
            "https://apigateway.cn-north-1.amazonaws.com.cn/"
        },
        {
            new AmazonBedrockConfig { RegionEndpoint = RegionEndpoint.USEast1, UseFIPSEndpoint = true },
            new ListFoundationModelsRequest(),
            "https://bedrock-fips.us-east-1.amazonaws.com/"
        },
        {
            new AmazonBedrockRuntimeConfig { RegionEndpoint = RegionEndpoint.EUCentral1, UseDualstackEndpoint = true },
            new InvokeModelRequest(),
            "https://bedrock-runtime.eu-central-1.api.aws/"
        },
        {
            new AmazonCloudFormationConfig { RegionEndpoint = RegionEndpoint.USGovCloudWest1, UseFIPSEndpoint = true },
            new DescribeStacksRequest(),
            "https://cloudformation.us-gov-west-1.amazonaws.com/"
        },
        {
            new AmazonCloudFormationConfig { ServiceURL = "http://127.0.0.1:4566", AuthenticationRegion = "us-east-1" },
            new DescribeStacksRequest(),
            "http://127.0.0.1:4566/"
        },
    };

    [Theory]
    [MemberData(nameof(Addresses), DisableDiscoveryEnumeration = true)]
    public void Configuration_DecidesTheAddress(ClientConfig config, AmazonWebServiceRequest request, string url) =>
        Assert.Equal(
            url, config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request)).URL);

    [Fact]
    public void Client_AnswersWithItsConfigurationsAddress()
    {
        using var client = new AmazonBedrockClient("id", "secret", RegionEndpoint.USWest2);

        Assert.Equal(
            "https://bedrock.us-west-2.amazonaws.com/",
            client.DetermineServiceOperationEndpoint(new ListFoundationModelsRequest()).URL);
    }

    [Theory]
    [InlineData(true, false, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData(false, true, "Invalid Configuration: Dualstack and custom endpoint are not supported")]
    public void ConfiguredAddress_AllowsNoVariant(bool fips, bool dualStack, string message)
    {
        var config = new AmazonBedrockConfig
        {
            ServiceURL = "http://127.0.0.1:1",
            AuthenticationRegion = "us-east-1",
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        var fault = Assert.Throws<AmazonClientException>(() => config.DetermineServiceOperationEndpoint(
            new ServiceOperationEndpointParameters(new ListFoundationModelsRequest())));

        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public void Interfaces_CreateConfigurationAndClientForDependencyInjection()
    {
        using var cognito = Create<IAmazonCognitoIdentityProvider>();
        using var apiGateway = Create<IAmazonAPIGateway>();
        using var bedrock = Create<IAmazonBedrock>();
        using var runtime = Create<IAmazonBedrockRuntime>();
        using var cloudFormation = Create<IAmazonCloudFormation>();

        Assert.IsType<AmazonCognitoIdentityProviderClient>(cognito);
        Assert.IsType<AmazonAPIGatewayClient>(apiGateway);
        Assert.IsType<AmazonBedrockClient>(bedrock);
        Assert.IsType<AmazonBedrockRuntimeClient>(runtime);
        Assert.IsType<AmazonCloudFormationClient>(cloudFormation);
    }

    private static T Create<T>()
        where T : IAmazonService
    {
        var config = T.CreateDefaultClientConfig();
        config.RegionEndpoint = RegionEndpoint.USEast1;
        return (T)T.CreateDefaultServiceClient(Clients.Credentials, config);
    }
}
