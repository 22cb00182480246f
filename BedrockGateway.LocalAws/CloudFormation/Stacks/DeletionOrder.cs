using BedrockGateway.LocalAws.CloudFormation.Templates;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>The order in which a stack's resources can go.</summary>
internal sealed class DeletionOrder(AccountScope account)
{
    /// <summary>All resources of a stack, those first that nothing else needs.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="target">What the resources were made from.</param>
    public IEnumerable<StackResource> Of(Stack stack, StackTarget target)
    {
        var scope = new TemplateScope(target.Template, stack.Identity, target.Parameters, account);
        var rank = DependencyOrder.Of(scope)
            .Select((declared, index) => KeyValuePair.Create(declared.LogicalId, index))
            .ToDictionary(StringComparer.Ordinal);
        return stack.State.Resources.Values
            .OrderByDescending(resource => rank.GetValueOrDefault(resource.LogicalId, int.MaxValue));
    }
}
