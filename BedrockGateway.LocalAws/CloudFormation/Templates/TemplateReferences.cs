using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>Checks, before anything is made, that every name in a template stands for something.</summary>
internal static class TemplateReferences
{
    /// <exception cref="AwsFault"><c>ValidationError</c>: a name is neither a parameter nor a resource.</exception>
    public static void Check(Template template)
    {
        Refuse(
            template,
            "Resources",
            template.Resources.Values.SelectMany(resource => References.In(resource.Properties)),
            template.Resources.Values.SelectMany(resource => resource.DependsOn));
        Refuse(template, "Outputs", References.In(Values(template.Outputs)), []);
    }

    /// <summary>The fault for names that stand for nothing, or for a resource whose condition is false.</summary>
    public static AwsFault Unresolved(IEnumerable<string> names, string block) => ValidationFault.Of(
        $"Template format error: Unresolved resource dependencies [{string.Join(", ", names)}] " +
        $"in the {block} block of the template");

    private static void Refuse(
        Template template, string block, IEnumerable<Reference> references, IEnumerable<string> dependsOn)
    {
        var all = references.ToArray();
        var absent = Array.Find(all, item => item.Attribute is not null && !template.Resources.ContainsKey(item.Name));
        if (absent.Name is not null)
        {
            throw ValidationFault.Of(
                $"Template error: instance of Fn::GetAtt references undefined resource {absent.Name}");
        }

        var unresolved = all.Select(reference => reference.Name)
            .Where(name => !template.Parameters.ContainsKey(name) && !PseudoParameters.Contains(name))
            .Concat(dependsOn)
            .Where(name => !template.Resources.ContainsKey(name))
            .Distinct()
            .ToArray();
        if (unresolved.Length > 0)
        {
            throw Unresolved(unresolved, block);
        }
    }

    private static JsonArray Values(JsonObject outputs) =>
    [
        .. outputs.Select(output => output.Value as JsonObject)
            .SelectMany(output => new[] { output?["Value"]?.DeepClone(), output?["Export"]?.DeepClone() }),
    ];
}
