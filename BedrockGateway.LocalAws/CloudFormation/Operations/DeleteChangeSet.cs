using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>DeleteChangeSet</c>: a set that is not there counts as deleted; the stack must be.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteChangeSet.html
/// </remarks>
internal sealed class DeleteChangeSet(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(DeleteChangeSet);

    /// <exception cref="AwsFault"><c>ValidationError</c>: there is no such stack.</exception>
    public XElement Handle(QueryParameters form)
    {
        var name = StackNames.Required(form, "ChangeSetName", "changeSetName");
        ChangeSetNames.RequireStack(form, name);
        var stack = form["StackName"] is { } stackName
            ? stacks.Get(stackName)
            : stacks.All().FirstOrDefault(candidate => candidate.State.FindChangeSet(name) is not null);
        stack?.Change(state => state with { ChangeSets = state.ChangeSets.RemoveAll(set => set.Answers(name)) });
        return new("DeleteChangeSetResult");
    }
}
