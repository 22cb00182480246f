using System.Diagnostics.CodeAnalysis;
using Amazon.Bedrock.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.Bedrock;

/// <summary>Calls the control plane of Amazon Bedrock.</summary>
public interface IAmazonBedrock : IAmazonService, IDisposable
{
    /// <summary>Calls <c>ListFoundationModels</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html
    /// </remarks>
    Task<ListFoundationModelsResponse> ListFoundationModelsAsync(
        ListFoundationModelsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>ListInferenceProfiles</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListInferenceProfiles.html
    /// </remarks>
    Task<ListInferenceProfilesResponse> ListInferenceProfilesAsync(
        ListInferenceProfilesRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonBedrockConfig))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockConfig();

    [UnconditionalSuppressMessage(
        "AssemblyLoadTrimming",
        "IL2026:RequiresUnreferencedCode",
        Justification = "The warning is about one other service's client; this one is safe for trimming.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonBedrockConfig config)
        {
            throw new AmazonClientException(
                $"ClientConfig is not of type {nameof(AmazonBedrockConfig)} to create "
                + nameof(AmazonBedrockClient));
        }

        return awsCredentials is null
            ? new AmazonBedrockClient(config)
            : new AmazonBedrockClient(awsCredentials, config);
    }
}
