using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>ListStacks</c>: all stacks, deleted ones too, or those in given statuses, on one page.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStacks.html</remarks>
internal sealed class ListStacks(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(ListStacks);

    public XElement Handle(QueryParameters form)
    {
        var statuses = form.List("StackStatusFilter");
        return new("ListStacksResult", StackXml.List("StackSummaries", stacks.All()
            .Select(stack => (Stack: stack, stack.State))
            .Where(item => statuses.Count == 0 || statuses.Contains(item.State.Status))
            .Select(item => Describe(item.Stack, item.State))));
    }

    private static IEnumerable<XElement?> Describe(Stack stack, StackState state) =>
    [
        new("StackId", stack.Id),
        new("StackName", stack.Name),
        StackXml.Optional("TemplateDescription", state.Target?.Template.Description),
        StackXml.Time("CreationTime", state.Created),
        StackXml.Optional("LastUpdatedTime", state.LastUpdated),
        StackXml.Optional("DeletionTime", state.Deleted),
        new("StackStatus", state.Status),
        StackXml.Optional("StackStatusReason", state.StatusReason),
        new("DriftInformation", new XElement("StackDriftStatus", "NOT_CHECKED")),
    ];
}
