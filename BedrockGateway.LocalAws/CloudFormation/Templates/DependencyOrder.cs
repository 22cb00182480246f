using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>Puts the resources of a template into an order in which each comes after what it needs.</summary>
internal static class DependencyOrder
{
    /// <summary>Active resources, dependencies first, otherwise in the order of the template.</summary>
    /// <exception cref="AwsFault"><c>ValidationError</c>: resources need each other in a circle.</exception>
    public static IReadOnlyList<TemplateResource> Of(TemplateScope scope)
    {
        var waiting = scope.ActiveResources.ToList();
        var needs = waiting.ToDictionary(
            resource => resource.LogicalId, resource => Needs(resource, scope), StringComparer.Ordinal);
        foreach (var need in needs.Values)
        {
            // A resource that is not there (its condition is false) is waited for by nobody.
            need.IntersectWith(needs.Keys);
        }

        var ordered = new List<TemplateResource>(waiting.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(resource => done.IsSupersetOf(needs[resource.LogicalId]));
            if (next < 0)
            {
                throw ValidationFault.Of(
                    $"Circular dependency between resources: [{string.Join(", ", Circle(waiting, needs))}]");
            }

            ordered.Add(waiting[next]);
            done.Add(waiting[next].LogicalId);
            waiting.RemoveAt(next);
        }

        return ordered;
    }

    private static HashSet<string> Needs(TemplateResource resource, TemplateScope scope) =>
    [
        .. References.In(resource.Properties, name => scope.Conditions.Holds(name, "Fn::If"))
            .Select(reference => reference.Name),
        .. resource.DependsOn,
    ];

    /// <summary>Those that are part of a circle, without what merely waits for one.</summary>
    private static IEnumerable<string> Circle(List<TemplateResource> waiting, Dictionary<string, HashSet<string>> needs)
    {
        var stuck = waiting.Select(resource => resource.LogicalId).ToHashSet(StringComparer.Ordinal);
        while (stuck.RemoveWhere(candidate => !stuck.Any(other => needs[other].Contains(candidate))) > 0)
        {
            // Each round drops the resources that nothing stuck needs.
        }

        return waiting.Select(resource => resource.LogicalId).Where(stuck.Contains);
    }
}
