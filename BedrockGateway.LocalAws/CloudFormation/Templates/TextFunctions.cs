using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>Functions that make and cut text.</summary>
internal static class TextFunctions
{
    public static JsonNode? Base64(Evaluator evaluator, JsonNode? argument)
    {
        var text = evaluator.Text(argument, "Fn::Base64");
        return IsUnknown(text) ? Evaluator.KnownAfterApply : Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    // {"Fn::Join": ["-", ["a", {"Ref": "B"}]]}
    public static JsonNode? Join(Evaluator evaluator, JsonNode? argument)
    {
        if (argument is not JsonArray { Count: 2 } pair || evaluator.Evaluate(pair[1]) is not { } items)
        {
            throw ValidationFault.Of(
                "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and " +
                "(2) a list of strings to be joined or a function that returns a list of strings " +
                "(such as Fn::GetAZs) to be joined.");
        }

        return items switch
        {
            JsonArray list => string.Join(evaluator.Text(pair[0], "Fn::Join"), list.Select(item => TextOf(item))),
            JsonValue unknown when IsUnknown(unknown.ToString()) => Evaluator.KnownAfterApply,
            _ => throw NotAList(),
        };
    }

    // {"Fn::Split": ["-", "a-b"]}
    public static JsonNode? Split(Evaluator evaluator, JsonNode? argument)
    {
        if (argument is not JsonArray { Count: 2 } pair)
        {
            throw ValidationFault.Of(
                "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and " +
                "(2) a string to be split or a function that returns a string to be split.");
        }

        var text = evaluator.Text(pair[1], "Fn::Split");
        return IsUnknown(text)
            ? Evaluator.KnownAfterApply
            : new JsonArray([.. text.Split(evaluator.Text(pair[0], "Fn::Split")).Select(part => (JsonNode)part)]);
    }

    // {"Fn::Sub": "${A}"} or {"Fn::Sub": ["${A}", {"A": "value"}]}
    public static JsonNode? Sub(Evaluator evaluator, JsonNode? argument)
    {
        var (text, own) = argument switch
        {
            JsonValue only => (only.ToString(), null),
            JsonArray { Count: 2 } pair when pair[0] is JsonValue first && pair[1] is JsonObject second =>
                (first.ToString(), second),
            _ => throw ValidationFault.Of(
                "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. " +
                "Specify a string as first argument, and an optional second argument to specify a mapping of values " +
                "to replace in the string"),
        };

        return References.Variables().Replace(text, variable =>
        {
            var name = variable.Groups["name"].Value;
            return variable.Groups["literal"].Success ? $"${{{name}}}" : Variable(evaluator, own, name.Trim());
        });
    }

    private static string Variable(Evaluator evaluator, JsonObject? own, string name)
    {
        if (own is not null && own.TryGetPropertyValue(name, out var node))
        {
            return evaluator.Text(node, "Fn::Sub");
        }

        return evaluator.Resolve(Reference.Parse(name)) is JsonValue value
            ? value.ToString()
            : throw ValidationFault.Of(
                $"Template error: variable {name} in Fn::Sub expression does not resolve to a string");
    }

    private static string TextOf(JsonNode? item) => item is JsonValue value
        ? value.ToString()
        : throw NotAList();

    private static AwsFault NotAList() =>
        ValidationFault.Of("Template error: every Fn::Join object requires a list of strings to be joined.");

    private static bool IsUnknown(string text) => text.Contains(Evaluator.KnownAfterApply, StringComparison.Ordinal);
}
