using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary>
/// <c>DescribeStackResources</c>: resources of a stack, all or one, or of the stack that has a physical id.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResources.html
/// </remarks>
internal sealed class DescribeStackResources(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(DescribeStackResources);

    /// <exception cref="AwsFault"><c>ValidationError</c>: there is no such stack.</exception>
    public XElement Handle(QueryParameters form)
    {
        var stack = form["StackName"] is { } name ? stacks.GetById(name) : Owner(form);
        var logicalId = form["LogicalResourceId"];
        var resources = ListStackResources.Ordered(stack)
            .Where(resource => logicalId is null || resource.LogicalId == logicalId)
            .Select(resource => Describe(stack, resource));
        return new("DescribeStackResourcesResult", StackXml.List("StackResources", resources));
    }

    private static IEnumerable<XElement?> Describe(Stack stack, StackResource resource) =>
    [
        new("StackName", stack.Name),
        new("StackId", stack.Id),
        new("LogicalResourceId", resource.LogicalId),
        StackXml.Optional("PhysicalResourceId", resource.PhysicalId.Length == 0 ? null : resource.PhysicalId),
        new("ResourceType", resource.Type),
        StackXml.Time("Timestamp", resource.Timestamp),
        new("ResourceStatus", resource.Status),
        StackXml.Optional("ResourceStatusReason", resource.StatusReason),
        new("DriftInformation", new XElement("StackResourceDriftStatus", "NOT_CHECKED")),
    ];

    private Stack Owner(QueryParameters form)
    {
        var physicalId = form["PhysicalResourceId"]
            ?? throw ValidationFault.Of("Either StackName or PhysicalResourceId must be specified.");
        return stacks.All().FirstOrDefault(stack =>
                stack.State.Resources.Values.Any(resource => resource.Exists && resource.PhysicalId == physicalId))
            ?? throw ValidationFault.Of($"Stack for {physicalId} does not exist");
    }
}
