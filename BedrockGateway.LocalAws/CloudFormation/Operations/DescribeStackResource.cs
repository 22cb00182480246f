using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>DescribeStackResource</c>: one resource of a stack.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResource.html
/// </remarks>
internal sealed class DescribeStackResource(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(DescribeStackResource);

    /// <exception cref="AwsFault"><c>ValidationError</c>: there is no such stack or resource.</exception>
    public XElement Handle(QueryParameters form)
    {
        var name = StackNames.Read(form);
        var logicalId = StackNames.Required(form, "LogicalResourceId", "logicalResourceId");
        var stack = stacks.Find(name) ?? throw ValidationFault.Of($"Stack '{name}' does not exist");
        var resource = stack.State.Resources.GetValueOrDefault(logicalId)
            ?? throw ValidationFault.Of($"Resource {logicalId} does not exist for stack {stack.Name}");
        return new("DescribeStackResourceResult", new XElement(
            "StackResourceDetail",
            new XElement("StackName", stack.Name),
            new XElement("StackId", stack.Id),
            new XElement("LogicalResourceId", resource.LogicalId),
            StackXml.Optional("PhysicalResourceId", resource.PhysicalId.Length == 0 ? null : resource.PhysicalId),
            new XElement("ResourceType", resource.Type),
            StackXml.Time("LastUpdatedTimestamp", resource.Timestamp),
            new XElement("ResourceStatus", resource.Status),
            StackXml.Optional("ResourceStatusReason", resource.StatusReason),
            new XElement("Metadata", resource.Metadata.Length == 0 ? "{}" : resource.Metadata),
            new XElement("DriftInformation", new XElement("StackResourceDriftStatus", "NOT_CHECKED"))));
    }
}
