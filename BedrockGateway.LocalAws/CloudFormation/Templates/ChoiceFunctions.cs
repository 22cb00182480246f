using System.Globalization;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>Functions that pick a value.</summary>
internal static class ChoiceFunctions
{
    // {"Fn::FindInMap": ["Map", "TopLevelKey", "SecondLevelKey"]}
    public static JsonNode? FindInMap(Evaluator evaluator, JsonNode? argument)
    {
        if (argument is not JsonArray { Count: 3 } path)
        {
            throw ValidationFault.Of(
                "Template error: every Fn::FindInMap object requires three parameters, " +
                "the map name, map key and the attribute for return value");
        }

        var map = evaluator.Text(path[0], "Fn::FindInMap");
        var top = evaluator.Text(path[1], "Fn::FindInMap");
        var second = evaluator.Text(path[2], "Fn::FindInMap");
        var mapping = evaluator.Scope.Template.Mappings[map] ?? throw ValidationFault.Of(
            $"Template error: Mapping named '{map}' is not present in the 'Mappings' section of template.");

        return mapping is JsonObject tops && tops[top] is JsonObject seconds && seconds[second] is { } found
            ? found.DeepClone()
            : throw ValidationFault.Of($"Template error: Unable to get mapping for {map}::{top}::{second}");
    }

    /// <summary>
    /// Three zones of the region, whichever is named: AWS has at least three in all that matter here.
    /// </summary>
    public static JsonNode? GetAZs(Evaluator evaluator, JsonNode? argument)
    {
        var named = evaluator.Text(argument, "Fn::GetAZs");
        var region = named.Length == 0 ? evaluator.Scope.Region : named;
        return new JsonArray(region + "a", region + "b", region + "c");
    }

    // {"Fn::If": ["Condition", {"then": 1}, {"else": 2}]}
    public static JsonNode? If(Evaluator evaluator, JsonNode? argument)
    {
        if (argument is not JsonArray { Count: 3 } choice || choice[0] is not JsonValue condition)
        {
            throw ValidationFault.Of(
                "Template error: Fn::If requires a list argument with the first element being a condition");
        }

        return evaluator.EvaluateBranch(
            choice[evaluator.Scope.Conditions.Holds(condition.ToString(), "Fn::If") ? 1 : 2]);
    }

    // {"Fn::Select": ["1", ["a", "b"]]}
    public static JsonNode? Select(Evaluator evaluator, JsonNode? argument)
    {
        if (argument is not JsonArray { Count: 2 } pair
            || IndexOf(evaluator.Text(pair[0], "Fn::Select")) is not { } index)
        {
            throw ValidationFault.Of(
                "Template error: every Fn::Select object requires two non-null parameters, the index and the list");
        }

        return evaluator.Evaluate(pair[1]) switch
        {
            JsonArray list when index < list.Count => list[index]?.DeepClone(),
            JsonValue unknown when unknown.ToString() == Evaluator.KnownAfterApply => Evaluator.KnownAfterApply,
            JsonArray => throw ValidationFault.Of(
                $"Template error: Fn::Select cannot select nonexistent value at index {index}"),
            _ => throw ValidationFault.Of(
                "Template error: Fn::Select requires a list argument with two elements: an integer index and a list"),
        };
    }

    private static int? IndexOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
