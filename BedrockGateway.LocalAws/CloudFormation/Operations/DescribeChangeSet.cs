using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>DescribeChangeSet</c>: a change set and what it would do, on one page.</summary>
/// <remarks>
/// Ignores <c>IncludePropertyValues</c>: values before and after are not reported.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html
/// </remarks>
internal sealed class DescribeChangeSet(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(DescribeChangeSet);

    /// <exception cref="AwsFault"><c>ValidationError</c>, <c>ChangeSetNotFound</c> (404).</exception>
    public XElement Handle(QueryParameters form)
    {
        var name = StackNames.Required(form, "ChangeSetName", "changeSetName");
        ChangeSetNames.RequireStack(form, name);
        var (stack, set) = stacks.GetChangeSet(name, form["StackName"]);
        return new(
            "DescribeChangeSetResult",
            new XElement("ChangeSetName", set.Name),
            new XElement("ChangeSetId", set.Id),
            new XElement("StackId", stack.Id),
            new XElement("StackName", stack.Name),
            StackXml.Optional("Description", set.Description),
            set.Target.Parameters.Count > 0 ? DescribeStacks.Parameters(set.Target.Parameters) : null,
            StackXml.Time("CreationTime", set.Created),
            new XElement("ExecutionStatus", set.ExecutionStatus),
            new XElement("Status", set.Status),
            StackXml.Optional("StatusReason", set.StatusReason),
            new XElement("NotificationARNs"),
            new XElement("RollbackConfiguration"),
            StackXml.Texts("Capabilities", set.Target.Capabilities),
            set.Target.Tags.Count > 0 ? DescribeStacks.Tags(set.Target.Tags) : null,
            StackXml.List("Changes", set.Changes.Select(IEnumerable<XElement?> (change) =>
                [new("Type", "Resource"), new("ResourceChange", Describe(change))])),
            new XElement("IncludeNestedStacks", set.IncludeNestedStacks));
    }

    private static IEnumerable<XElement?> Describe(ResourceChange change) =>
    [
        StackXml.Optional("PolicyAction", change.PolicyAction),
        new("Action", change.Action),
        new("LogicalResourceId", change.LogicalId),
        StackXml.Optional("PhysicalResourceId", change.PhysicalId),
        new("ResourceType", change.Type),
        StackXml.Optional("Replacement", change.Replacement),
        StackXml.Texts("Scope", change.Details.Select(detail => detail.Attribute).Distinct()),
        StackXml.List("Details", change.Details.Select(Describe)),
    ];

    private static IEnumerable<XElement?> Describe(ChangeDetail detail) =>
    [
        new(
            "Target",
            new XElement("Attribute", detail.Attribute),
            StackXml.Optional("Name", detail.Name),
            new XElement("RequiresRecreation", detail.RequiresRecreation)),
        new("Evaluation", detail.IsDynamic ? "Dynamic" : "Static"),
        new("ChangeSource", detail.IsDynamic ? "ResourceReference" : "DirectModification"),
    ];
}
