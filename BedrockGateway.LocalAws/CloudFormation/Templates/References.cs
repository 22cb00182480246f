using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>A name that an expression refers to, with the attribute where it is an <c>Fn::GetAtt</c>.</summary>
internal readonly record struct Reference(string Name, string? Attribute)
{
    // "A", or "A.B" for an attribute
    public static Reference Parse(string text) =>
        text.Split('.', 2) is [var name, var attribute] ? new(name, attribute) : new(text, null);
}

/// <summary>Finds what an expression refers to, without evaluating it.</summary>
internal static partial class References
{
    /// <summary>References of a tree.</summary>
    /// <param name="node">Any part of a template.</param>
    /// <param name="holds">Truth of a condition, to follow only the branch of <c>Fn::If</c> that is taken;
    /// <see langword="null"/> follows both.</param>
    public static IEnumerable<Reference> In(JsonNode? node, Func<string, bool>? holds = null) => node switch
    {
        JsonArray list => list.SelectMany(item => In(item, holds)),
        JsonObject { Count: 1 } function => InFunction(function, holds),
        JsonObject map => map.SelectMany(pair => In(pair.Value, holds)),
        _ => [],
    };

    /// <summary>Splits the text of <c>Fn::Sub</c> at its variables.</summary>
    // "${A}", "${A.B}" and the literal "${!A}"
    [GeneratedRegex(@"\$\{(?<literal>!)?(?<name>[^}]*)\}")]
    public static partial Regex Variables();

    /// <summary>Reads <c>Fn::GetAtt</c> in both its forms.</summary>
    public static Reference GetAtt(JsonNode? argument) => argument switch
    {
        JsonArray { Count: >= 2 } parts when parts[0] is JsonValue && parts.Skip(1).All(part => part is JsonValue) =>
            new(parts[0]!.ToString(), string.Join('.', parts.Skip(1).Select(part => part!.ToString()))),
        JsonValue text when text.ToString().Split('.', 2) is [var name, var attribute] => new(name, attribute),
        _ => throw ValidationFault.Of(
            "Template error: every Fn::GetAtt object requires two non-empty parameters, " +
            "the resource name and the resource attribute"),
    };

    private static IEnumerable<Reference> InFunction(JsonObject function, Func<string, bool>? holds)
    {
        var (name, argument) = function.First();
        return name switch
        {
            "Ref" when argument is JsonValue target => [new(target.ToString(), null)],
            "Fn::GetAtt" => [GetAtt(argument)],
            "Fn::Sub" => InSub(argument, holds),
            "Fn::If" when holds is not null
                && argument is JsonArray { Count: 3 } choice && choice[0] is JsonValue condition =>
                In(choice[holds(condition.ToString()) ? 1 : 2], holds),
            _ => In(argument, holds),
        };
    }

    private static IEnumerable<Reference> InSub(JsonNode? argument, Func<string, bool>? holds)
    {
        var text = argument is JsonArray { Count: > 0 } pair ? pair[0] : argument;
        var own = argument is JsonArray { Count: 2 } both ? both[1] as JsonObject : null;
        var inText = Variables().Matches(text?.ToString() ?? "")
            .Where(variable => !variable.Groups["literal"].Success)
            .Select(variable => variable.Groups["name"].Value.Trim())
            .Where(name => own?.ContainsKey(name) is not true)
            .Select(Reference.Parse);
        return inText.Concat(own is null ? [] : own.SelectMany(variable => In(variable.Value, holds)));
    }
}
