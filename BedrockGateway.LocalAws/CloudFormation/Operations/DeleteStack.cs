using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>DeleteStack</c>: deletes in the background; a stack that is not there counts as deleted.</summary>
/// <remarks>
/// Unlike AWS it refuses a stack whose creation is still under way: that takes milliseconds here. Ignores
/// <c>RoleARN</c> and <c>DeletionMode</c>.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html
/// </remarks>
internal sealed class DeleteStack(StackStore stacks, StackDeletion deletion) : ICloudFormationOperation
{
    public string Name => nameof(DeleteStack);

    /// <exception cref="AwsFault"><c>ValidationError</c>: the stack is protected or busy.</exception>
    public XElement? Handle(QueryParameters form)
    {
        var stack = stacks.Find(StackNames.Read(form));
        if (stack is { State.Status: not ("DELETE_IN_PROGRESS" or "DELETE_COMPLETE") })
        {
            deletion.Start(stack, form.List("RetainResources"), form["ClientRequestToken"]);
        }

        return null;
    }
}
