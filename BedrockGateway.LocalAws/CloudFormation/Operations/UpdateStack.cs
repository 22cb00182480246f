using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary>
/// <c>UpdateStack</c>: checks the template and that it changes something, then updates in the background.
/// </summary>
/// <remarks>
/// Ignores <c>NotificationARNs</c>, <c>RollbackConfiguration</c>, stack policies, <c>ResourceTypes</c> and
/// <c>DeploymentConfig</c>.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html
/// </remarks>
internal sealed class UpdateStack(
    StackStore stacks, StackTargetReader targets, StackChanges changes, StackUpdate update) : ICloudFormationOperation
{
    public string Name => nameof(UpdateStack);

    /// <exception cref="AwsFault"><c>ValidationError</c>, <c>InsufficientCapabilitiesException</c>.</exception>
    public XElement Handle(QueryParameters form)
    {
        var stack = stacks.Get(StackNames.ReadNew(form));
        var state = stack.State;
        if (!state.CanUpdate)
        {
            throw ValidationFault.Of($"Stack:{stack.Id} is in {state.Status} state and can not be updated.");
        }

        var target = targets.Read(form, stack.Identity, state.Target);
        if (changes.IsNothing(stack, target, changes.Of(stack, target)))
        {
            throw ValidationFault.Of("No updates are to be performed.");
        }

        update.Start(stack, target, form["DisableRollback"] is "true", before => before.WithObsoleteChangeSets() with
        {
            ClientRequestToken = form["ClientRequestToken"],
        });
        return new("UpdateStackResult", new XElement("StackId", stack.Id));
    }
}
