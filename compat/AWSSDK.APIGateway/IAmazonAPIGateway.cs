using System.Diagnostics.CodeAnalysis;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.APIGateway;

/// <summary>Calls the control plane of Amazon API Gateway.</summary>
public interface IAmazonAPIGateway : IAmazonService, IDisposable
{
    /// <summary>Calls <c>CreateApiKey</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html
    /// </remarks>
    Task<CreateApiKeyResponse> CreateApiKeyAsync(
        CreateApiKeyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>CreateUsagePlanKey</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlanKey.html
    /// </remarks>
    Task<CreateUsagePlanKeyResponse> CreateUsagePlanKeyAsync(
        CreateUsagePlanKeyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>DeleteApiKey</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteApiKey.html
    /// </remarks>
    Task<DeleteApiKeyResponse> DeleteApiKeyAsync(
        DeleteApiKeyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>DeleteUsagePlanKey</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlanKey.html
    /// </remarks>
    Task<DeleteUsagePlanKeyResponse> DeleteUsagePlanKeyAsync(
        DeleteUsagePlanKeyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>GetApiKey</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKey.html
    /// </remarks>
    Task<GetApiKeyResponse> GetApiKeyAsync(
        GetApiKeyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>GetApiKeys</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKeys.html
    /// </remarks>
    Task<GetApiKeysResponse> GetApiKeysAsync(
        GetApiKeysRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>GetUsage</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsage.html
    /// </remarks>
    Task<GetUsageResponse> GetUsageAsync(
        GetUsageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>GetUsagePlan</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html
    /// </remarks>
    Task<GetUsagePlanResponse> GetUsagePlanAsync(
        GetUsagePlanRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>GetUsagePlanKeys</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKeys.html
    /// </remarks>
    Task<GetUsagePlanKeysResponse> GetUsagePlanKeysAsync(
        GetUsagePlanKeysRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>GetUsagePlans</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlans.html
    /// </remarks>
    Task<GetUsagePlansResponse> GetUsagePlansAsync(
        GetUsagePlansRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>TagResource</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html
    /// </remarks>
    Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>UntagResource</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html
    /// </remarks>
    Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>UpdateApiKey</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateApiKey.html
    /// </remarks>
    Task<UpdateApiKeyResponse> UpdateApiKeyAsync(
        UpdateApiKeyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>UpdateUsage</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateUsage.html
    /// </remarks>
    Task<UpdateUsageResponse> UpdateUsageAsync(
        UpdateUsageRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonAPIGatewayConfig))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAPIGatewayConfig();

    [UnconditionalSuppressMessage(
        "AssemblyLoadTrimming",
        "IL2026:RequiresUnreferencedCode",
        Justification = "The warning is about one other service's client; this one is safe for trimming.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonAPIGatewayConfig config)
        {
            throw new AmazonClientException(
                $"ClientConfig is not of type {nameof(AmazonAPIGatewayConfig)} to create "
                + nameof(AmazonAPIGatewayClient));
        }

        return awsCredentials is null
            ? new AmazonAPIGatewayClient(config)
            : new AmazonAPIGatewayClient(awsCredentials, config);
    }
}
