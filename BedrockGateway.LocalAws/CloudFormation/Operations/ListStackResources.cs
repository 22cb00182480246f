using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>ListStackResources</c>: all resources of a stack, on one page.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackResources.html
/// </remarks>
internal sealed class ListStackResources(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(ListStackResources);

    /// <exception cref="AwsFault"><c>ValidationError</c>: there is no such stack.</exception>
    public XElement Handle(QueryParameters form) => new("ListStackResourcesResult", StackXml.List(
        "StackResourceSummaries", Ordered(stacks.GetById(StackNames.Read(form))).Select(Describe)));

    public static IEnumerable<StackResource> Ordered(Stack stack) =>
        stack.State.Resources.Values.OrderBy(resource => resource.LogicalId, StringComparer.Ordinal);

    private static IEnumerable<XElement?> Describe(StackResource resource) =>
    [
        new("LogicalResourceId", resource.LogicalId),
        StackXml.Optional("PhysicalResourceId", resource.PhysicalId.Length == 0 ? null : resource.PhysicalId),
        new("ResourceType", resource.Type),
        StackXml.Time("LastUpdatedTimestamp", resource.Timestamp),
        new("ResourceStatus", resource.Status),
        StackXml.Optional("ResourceStatusReason", resource.StatusReason),
        new("DriftInformation", new XElement("StackResourceDriftStatus", "NOT_CHECKED")),
    ];
}
