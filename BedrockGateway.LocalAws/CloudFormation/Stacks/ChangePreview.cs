using BedrockGateway.LocalAws.CloudFormation.Templates;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Works out what a change set would do, without doing it.</summary>
/// <remarks>
/// References to resources that would be made anew read as <see cref="Evaluator.KnownAfterApply"/>, so everything that
/// depends on them shows as modified, as at AWS.
/// </remarks>
internal static class ChangePreview
{
    public static IReadOnlyList<ResourceChange> Of(StackState state, TemplateScope scope, HandlerCatalog handlers)
    {
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        var evaluator = new Evaluator(scope, (logicalId, attribute) =>
            unknown.Contains(logicalId) || !state.Resources.TryGetValue(logicalId, out var resource)
                ? Evaluator.KnownAfterApply
                : resource.Read(attribute));

        var order = DependencyOrder.Of(scope);
        var changes = new List<ResourceChange>();
        foreach (var declared in order)
        {
            if (Change(state, declared, evaluator, handlers) is { } change)
            {
                changes.Add(change);
                if (change.Action == "Add" || change.Replacement is "True" or "Conditional")
                {
                    unknown.Add(declared.LogicalId);
                }
            }
        }

        var kept = order.Select(declared => declared.LogicalId).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(state.Resources.Values
            .Where(resource => resource.Exists && !kept.Contains(resource.LogicalId))
            .OrderBy(resource => resource.LogicalId, StringComparer.Ordinal)
            .Select(Removal));
        return changes;
    }

    private static ResourceChange? Change(
        StackState state, TemplateResource declared, Evaluator evaluator, HandlerCatalog handlers)
    {
        var properties = evaluator.EvaluateProperties(declared.Properties);
        if (!state.Resources.TryGetValue(declared.LogicalId, out var current) || !current.Exists)
        {
            return new("Add", declared.LogicalId, null, declared.Type, null, null, []);
        }

        var details = ResourceDiff.Compare(current, declared, properties, handlers[declared.Type].CreateOnlyProperties);
        if (details.Count == 0)
        {
            return null;
        }

        var replacement = details.Any(detail => detail.RequiresRecreation == "Always") ? "True"
            : details.Any(detail => detail.RequiresRecreation == "Conditionally") ? "Conditional"
            : "False";
        var policy = replacement == "False" ? null
            : declared.UpdateReplacePolicy.StartsWith("Retain", StringComparison.Ordinal) ? "ReplaceAndRetain"
            : "ReplaceAndDelete";
        return new("Modify", declared.LogicalId, current.PhysicalId, declared.Type, replacement, policy, details);
    }

    private static ResourceChange Removal(StackResource resource) => new(
        "Remove",
        resource.LogicalId,
        resource.PhysicalId,
        resource.Type,
        null,
        resource.DeletionPolicy.StartsWith("Retain", StringComparison.Ordinal) ? "Retain" : "Delete",
        []);
}
