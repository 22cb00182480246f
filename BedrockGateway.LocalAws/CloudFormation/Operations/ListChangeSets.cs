using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>ListChangeSets</c>: change sets of a stack that are not deleted, on one page.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListChangeSets.html</remarks>
internal sealed class ListChangeSets(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(ListChangeSets);

    /// <exception cref="AwsFault"><c>ValidationError</c>: there is no such stack.</exception>
    public XElement Handle(QueryParameters form)
    {
        var stack = stacks.Get(StackNames.Read(form));
        return new("ListChangeSetsResult", StackXml.List(
            "Summaries", stack.State.ChangeSets.Select(set => Describe(stack, set))));
    }

    private static IEnumerable<XElement?> Describe(Stack stack, ChangeSet set) =>
    [
        new("StackId", stack.Id),
        new("StackName", stack.Name),
        new("ChangeSetId", set.Id),
        new("ChangeSetName", set.Name),
        new("ExecutionStatus", set.ExecutionStatus),
        new("Status", set.Status),
        StackXml.Optional("StatusReason", set.StatusReason),
        StackXml.Time("CreationTime", set.Created),
        StackXml.Optional("Description", set.Description),
        new("IncludeNestedStacks", set.IncludeNestedStacks),
    ];
}
