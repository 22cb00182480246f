using Amazon.BedrockRuntime.Model;
using Amazon.BedrockRuntime.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.BedrockRuntime;

/// <summary>Calls the models on Amazon Bedrock; safe for use by several threads.</summary>
public class AmazonBedrockRuntimeClient : AmazonServiceClient, IAmazonBedrockRuntime
{
    private static readonly ServiceName Metadata = new(AmazonBedrockRuntimeConfig.ServiceId);

    public AmazonBedrockRuntimeClient()
        : base(new AmazonBedrockRuntimeConfig())
    {
    }

    public AmazonBedrockRuntimeClient(RegionEndpoint region)
        : base(new AmazonBedrockRuntimeConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockRuntimeClient(AmazonBedrockRuntimeConfig config)
        : base(config)
    {
    }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials)
        : this(credentials, new AmazonBedrockRuntimeConfig())
    {
    }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonBedrockRuntimeConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials, AmazonBedrockRuntimeConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonBedrockRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockRuntimeConfig())
    {
    }

    public AmazonBedrockRuntimeClient(
        string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(
            awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockRuntimeConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockRuntimeClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockRuntimeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonBedrockRuntimeClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockRuntimeConfig())
    {
    }

    public AmazonBedrockRuntimeClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(
            awsAccessKeyId,
            awsSecretAccessKey,
            awsSessionToken,
            new AmazonBedrockRuntimeConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockRuntimeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonBedrockRuntimeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<InvokeModelResponse> InvokeModelAsync(
        InvokeModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<InvokeModelResponse>(request, InvokeModelWire.Operation.Options(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        ServicePipeline.Customize(pipeline, new AuthSchemes(AuthSchemes.SigV4OrBearer));
}
