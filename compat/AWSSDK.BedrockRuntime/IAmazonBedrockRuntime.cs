using System.Diagnostics.CodeAnalysis;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.BedrockRuntime;

/// <summary>Calls the models on Amazon Bedrock.</summary>
public interface IAmazonBedrockRuntime : IAmazonService, IDisposable
{
    /// <summary>Calls <c>InvokeModel</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
    /// </remarks>
    Task<InvokeModelResponse> InvokeModelAsync(
        InvokeModelRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonBedrockRuntimeConfig))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockRuntimeConfig();

    [UnconditionalSuppressMessage(
        "AssemblyLoadTrimming",
        "IL2026:RequiresUnreferencedCode",
        Justification = "The warning is about one other service's client; this one is safe for trimming.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonBedrockRuntimeConfig config)
        {
            throw new AmazonClientException(
                $"ClientConfig is not of type {nameof(AmazonBedrockRuntimeConfig)} to create "
                + nameof(AmazonBedrockRuntimeClient));
        }

        return awsCredentials is null
            ? new AmazonBedrockRuntimeClient(config)
            : new AmazonBedrockRuntimeClient(awsCredentials, config);
    }
}
