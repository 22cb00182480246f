using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation.Templates;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Compares a resource with what its template now says.</summary>
internal static class ResourceDiff
{
    /// <summary>What differs, property by property and attribute by attribute; empty for nothing.</summary>
    /// <param name="current">The resource as it was made.</param>
    /// <param name="declared">The resource as the template declares it.</param>
    /// <param name="properties">Its properties, resolved.</param>
    /// <param name="createOnly">Properties that only a new resource can change.</param>
    public static IReadOnlyList<ChangeDetail> Compare(
        StackResource current, TemplateResource declared, JsonObject properties, IReadOnlySet<string> createOnly)
    {
        var details = current.Properties.Select(pair => pair.Key)
            .Union(properties.Select(pair => pair.Key))
            .Where(name => !JsonNode.DeepEquals(current.Properties[name], properties[name]))
            .Select(name => Detail(name, properties[name], createOnly.Contains(name)))
            .ToList();
        AddAttribute(details, "Metadata", current.Metadata, declared.Metadata);
        AddAttribute(details, "DeletionPolicy", current.DeletionPolicy, declared.DeletionPolicy);
        AddAttribute(details, "UpdateReplacePolicy", current.UpdateReplacePolicy, declared.UpdateReplacePolicy);
        return details;
    }

    private static ChangeDetail Detail(string name, JsonNode? value, bool recreates)
    {
        var isDynamic = value?.ToJsonString().Contains(Evaluator.KnownAfterApply, StringComparison.Ordinal) is true;
        return new("Properties", name, !recreates ? "Never" : isDynamic ? "Conditionally" : "Always", isDynamic);
    }

    private static void AddAttribute(List<ChangeDetail> details, string attribute, string before, string after)
    {
        if (before != after)
        {
            details.Add(new(attribute, null, "Never", IsDynamic: false));
        }
    }
}
