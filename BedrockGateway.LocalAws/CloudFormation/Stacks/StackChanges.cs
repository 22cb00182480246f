using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Tells what a target would change in a stack.</summary>
internal sealed class StackChanges(StackTargetReader targets, HandlerCatalog handlers, StackStore stacks)
{
    /// <exception cref="AwsFault"><c>ValidationError</c>: an expression cannot be evaluated.</exception>
    public IReadOnlyList<ResourceChange> Of(Stack stack, StackTarget target) =>
        ChangePreview.Of(stack.State, targets.ScopeOf(stack.Identity, target), handlers);

    /// <summary>Whether resources, outputs and tags all stay as they are.</summary>
    public bool IsNothing(Stack stack, StackTarget target, IReadOnlyList<ResourceChange> changes) =>
        changes.Count == 0
        && stack.State.Target is { } current
        && current.Tags.ToHashSet().SetEquals(target.Tags)
        && Outputs(stack, target).ToHashSet().SetEquals(stack.State.Outputs);

    private IReadOnlyList<StackOutput> Outputs(Stack stack, StackTarget target)
    {
        var evaluator = new Evaluator(
            targets.ScopeOf(stack.Identity, target),
            (logicalId, attribute) => stack.State.Resources[logicalId].Read(attribute));
        return StackOutputs.Read(stack, evaluator, stacks);
    }
}
