using System.Diagnostics.CodeAnalysis;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CloudFormation;

/// <summary>Calls AWS CloudFormation.</summary>
public interface IAmazonCloudFormation : IAmazonService, IDisposable
{
    /// <summary>Calls <c>CreateChangeSet</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
    /// </remarks>
    Task<CreateChangeSetResponse> CreateChangeSetAsync(
        CreateChangeSetRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>DeleteChangeSet</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteChangeSet.html
    /// </remarks>
    Task<DeleteChangeSetResponse> DeleteChangeSetAsync(
        DeleteChangeSetRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>DeleteStack</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html
    /// </remarks>
    Task<DeleteStackResponse> DeleteStackAsync(
        DeleteStackRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>DescribeChangeSet</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html
    /// </remarks>
    Task<DescribeChangeSetResponse> DescribeChangeSetAsync(
        DescribeChangeSetRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>DescribeStackEvents</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html
    /// </remarks>
    Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>DescribeStackResources</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResources.html
    /// </remarks>
    Task<DescribeStackResourcesResponse> DescribeStackResourcesAsync(
        DescribeStackResourcesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>DescribeStacks</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
    /// </remarks>
    Task<DescribeStacksResponse> DescribeStacksAsync(
        DescribeStacksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls <c>ExecuteChangeSet</c>.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html
    /// </remarks>
    Task<ExecuteChangeSetResponse> ExecuteChangeSetAsync(
        ExecuteChangeSetRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes every stack.</summary>
    Task<DescribeStacksResponse> DescribeStacksAsync(CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonCloudFormationConfig))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudFormationConfig();

    [UnconditionalSuppressMessage(
        "AssemblyLoadTrimming",
        "IL2026:RequiresUnreferencedCode",
        Justification = "The warning is about one other service's client; this one is safe for trimming.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonCloudFormationConfig config)
        {
            throw new AmazonClientException(
                $"ClientConfig is not of type {nameof(AmazonCloudFormationConfig)} to create "
                + nameof(AmazonCloudFormationClient));
        }

        return awsCredentials is null
            ? new AmazonCloudFormationClient(config)
            : new AmazonCloudFormationClient(awsCredentials, config);
    }
}
