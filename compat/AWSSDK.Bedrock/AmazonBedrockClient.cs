using Amazon.Bedrock.Model;
using Amazon.Bedrock.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.Bedrock;

/// <summary>Calls the control plane of Amazon Bedrock; safe for use by several threads.</summary>
public class AmazonBedrockClient : AmazonServiceClient, IAmazonBedrock
{
    private static readonly ServiceName Metadata = new(AmazonBedrockConfig.ServiceId);

    public AmazonBedrockClient()
        : base(new AmazonBedrockConfig())
    {
    }

    public AmazonBedrockClient(RegionEndpoint region)
        : base(new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockClient(AmazonBedrockConfig config)
        : base(config)
    {
    }

    public AmazonBedrockClient(AWSCredentials credentials)
        : this(credentials, new AmazonBedrockConfig())
    {
    }

    public AmazonBedrockClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockClient(AWSCredentials credentials, AmazonBedrockConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig())
    {
    }

    public AmazonBedrockClient(
        string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(
            awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonBedrockClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockConfig())
    {
    }

    public AmazonBedrockClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(
            awsAccessKeyId,
            awsSecretAccessKey,
            awsSessionToken,
            new AmazonBedrockConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonBedrockConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<ListFoundationModelsResponse> ListFoundationModelsAsync(
        ListFoundationModelsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListFoundationModelsResponse>(
            request, ListFoundationModelsWire.Operation.Options(), cancellationToken);

    public virtual Task<ListInferenceProfilesResponse> ListInferenceProfilesAsync(
        ListInferenceProfilesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListInferenceProfilesResponse>(
            request, ListInferenceProfilesWire.Operation.Options(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        ServicePipeline.Customize(pipeline, new AuthSchemes(AuthSchemes.SigV4OrBearer));
}
