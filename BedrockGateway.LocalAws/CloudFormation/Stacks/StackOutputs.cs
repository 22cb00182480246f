using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Reads the outputs of a stack, and keeps exports unique and in place while others read them.</summary>
internal static class StackOutputs
{
    /// <exception cref="AwsFault"><c>ValidationError</c>: an output is wrong, or an export breaks a rule.</exception>
    public static IReadOnlyList<StackOutput> Read(Stack stack, Evaluator evaluator, StackStore stacks)
    {
        var outputs = evaluator.Scope.Template.Outputs
            .Where(output => IsActive(output.Value, evaluator.Scope))
            .Select(output => Read(output.Key, output.Value, evaluator))
            .ToArray();
        foreach (var name in outputs.Select(output => output.ExportName).OfType<string>())
        {
            if (stacks.FindExport(name) is { } taken && taken.Stack != stack)
            {
                throw ValidationFault.Of($"Export with name {name} is already exported by stack {taken.Stack.Name}.");
            }
        }

        foreach (var before in stack.State.Outputs.Where(output => output.ExportName is not null))
        {
            var after = Array.Find(outputs, output => output.ExportName == before.ExportName);
            if (after?.Value != before.Value && stacks.FindImporter(before.ExportName!, stack) is { } importer)
            {
                var change = after is null ? "deleted" : "updated";
                throw ValidationFault.Of(
                    $"Export {before.ExportName} cannot be {change} as it is in use by {importer.Name}");
            }
        }

        return outputs;
    }

    private static bool IsActive(JsonNode? output, TemplateScope scope) =>
        output?["Condition"] is not { } condition || scope.Conditions.Holds(condition.ToString(), "Outputs");

    private static StackOutput Read(string key, JsonNode? output, Evaluator evaluator) => new(
        key,
        evaluator.Evaluate(output?["Value"]) is JsonValue value
            ? value.ToString()
            : throw ValidationFault.Of(
                $"Template format error: Output {key} is malformed. " +
                "The Value field of every Outputs member must evaluate to a String."),
        output?["Description"]?.ToString(),
        output?["Export"]?["Name"] is { } name ? evaluator.Text(name, "Export") : null);
}
