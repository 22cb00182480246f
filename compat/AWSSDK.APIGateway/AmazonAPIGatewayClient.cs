using Amazon.APIGateway.Model;
using Amazon.APIGateway.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway;

/// <summary>Calls the control plane of Amazon API Gateway; safe for use by several threads.</summary>
public class AmazonAPIGatewayClient : AmazonServiceClient, IAmazonAPIGateway
{
    private static readonly ServiceName Metadata = new(AmazonAPIGatewayConfig.ServiceId);

    public AmazonAPIGatewayClient()
        : base(new AmazonAPIGatewayConfig())
    {
    }

    public AmazonAPIGatewayClient(RegionEndpoint region)
        : base(new AmazonAPIGatewayConfig { RegionEndpoint = region })
    {
    }

    public AmazonAPIGatewayClient(AmazonAPIGatewayConfig config)
        : base(config)
    {
    }

    public AmazonAPIGatewayClient(AWSCredentials credentials)
        : this(credentials, new AmazonAPIGatewayConfig())
    {
    }

    public AmazonAPIGatewayClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonAPIGatewayConfig { RegionEndpoint = region })
    {
    }

    public AmazonAPIGatewayClient(AWSCredentials credentials, AmazonAPIGatewayConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonAPIGatewayConfig())
    {
    }

    public AmazonAPIGatewayClient(
        string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(
            awsAccessKeyId, awsSecretAccessKey, new AmazonAPIGatewayConfig { RegionEndpoint = region })
    {
    }

    public AmazonAPIGatewayClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonAPIGatewayConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonAPIGatewayClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonAPIGatewayConfig())
    {
    }

    public AmazonAPIGatewayClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(
            awsAccessKeyId,
            awsSecretAccessKey,
            awsSessionToken,
            new AmazonAPIGatewayConfig { RegionEndpoint = region })
    {
    }

    public AmazonAPIGatewayClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonAPIGatewayConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<CreateApiKeyResponse> CreateApiKeyAsync(
        CreateApiKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateApiKeyResponse>(request, CreateApiKeyWire.Operation.Options(), cancellationToken);

    public virtual Task<CreateUsagePlanKeyResponse> CreateUsagePlanKeyAsync(
        CreateUsagePlanKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateUsagePlanKeyResponse>(request, CreateUsagePlanKeyWire.Operation.Options(), cancellationToken);

    public virtual Task<DeleteApiKeyResponse> DeleteApiKeyAsync(
        DeleteApiKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteApiKeyResponse>(request, DeleteApiKeyWire.Operation.Options(), cancellationToken);

    public virtual Task<DeleteUsagePlanKeyResponse> DeleteUsagePlanKeyAsync(
        DeleteUsagePlanKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteUsagePlanKeyResponse>(request, DeleteUsagePlanKeyWire.Operation.Options(), cancellationToken);

    public virtual Task<GetApiKeyResponse> GetApiKeyAsync(
        GetApiKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetApiKeyResponse>(request, GetApiKeyWire.Operation.Options(), cancellationToken);

    public virtual Task<GetApiKeysResponse> GetApiKeysAsync(
        GetApiKeysRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetApiKeysResponse>(request, GetApiKeysWire.Operation.Options(), cancellationToken);

    public virtual Task<GetUsageResponse> GetUsageAsync(
        GetUsageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetUsageResponse>(request, GetUsageWire.Operation.Options(), cancellationToken);

    public virtual Task<GetUsagePlanResponse> GetUsagePlanAsync(
        GetUsagePlanRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetUsagePlanResponse>(request, GetUsagePlanWire.Operation.Options(), cancellationToken);

    public virtual Task<GetUsagePlanKeysResponse> GetUsagePlanKeysAsync(
        GetUsagePlanKeysRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetUsagePlanKeysResponse>(request, GetUsagePlanKeysWire.Operation.Options(), cancellationToken);

    public virtual Task<GetUsagePlansResponse> GetUsagePlansAsync(
        GetUsagePlansRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetUsagePlansResponse>(request, GetUsagePlansWire.Operation.Options(), cancellationToken);

    public virtual Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, TagResourceWire.Operation.Options(), cancellationToken);

    public virtual Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagResourceResponse>(request, UntagResourceWire.Operation.Options(), cancellationToken);

    public virtual Task<UpdateApiKeyResponse> UpdateApiKeyAsync(
        UpdateApiKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateApiKeyResponse>(request, UpdateApiKeyWire.Operation.Options(), cancellationToken);

    public virtual Task<UpdateUsageResponse> UpdateUsageAsync(
        UpdateUsageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateUsageResponse>(request, UpdateUsageWire.Operation.Options(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        ServicePipeline.Customize(pipeline, new AuthSchemes(AuthSchemeOption.DEFAULT_SIGV4));
}
