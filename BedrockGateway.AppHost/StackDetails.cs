using System.Collections.Immutable;
using Amazon;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace BedrockGateway.AppHost;

/// <summary>What the dashboard shows of the stack: its outputs, and what it is made of.</summary>
internal sealed class StackDetails
{
    // As Aspire.Hosting.AWS publishes them.
    private const string OutputPrefix = "aws.cloudformation.output.";

    private const string ResourcePrefix = "aws.cloudformation.resource.";

    // Behind what the dashboard knows itself.
    private const int OutputsOrder = 1;
    private const int ResourcesOrder = 2;

    private readonly IReadOnlyList<StackResource> _resources;

    private StackDetails(IReadOnlyList<StackResource> resources) => _resources = resources;

    public static async Task<StackDetails> ReadAsync(
        string stackName, RegionEndpoint region, CancellationToken cancellationToken)
    {
        using var client = new AmazonCloudFormationClient(region);
        var reply = await client.DescribeStackResourcesAsync(new() { StackName = stackName }, cancellationToken);
        return new(reply.StackResources);
    }

    /// <remarks>A property that the dashboard does not know is shown only if it is highlighted.</remarks>
    public ImmutableArray<ResourcePropertySnapshot> AddTo(ImmutableArray<ResourcePropertySnapshot> properties) =>
    [
        .. properties.Select(property => !property.Name.StartsWith(OutputPrefix, StringComparison.Ordinal)
            ? property
            : property with
            {
                DisplayName = $"Output {property.Name[OutputPrefix.Length..]}",
                IsHighlighted = true,
                SortOrder = OutputsOrder,
            }),
        .. _resources.Select(resource =>
            new ResourcePropertySnapshot(
                ResourcePrefix + resource.LogicalResourceId,
                $"{resource.ResourceType} {resource.PhysicalResourceId}")
            {
                DisplayName = resource.LogicalResourceId,
                IsHighlighted = true,
                SortOrder = ResourcesOrder,
            }),
    ];
}
