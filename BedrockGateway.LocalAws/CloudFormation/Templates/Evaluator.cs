using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>
/// Reads a resource: its <c>Ref</c> where the attribute is <see langword="null"/>, else the attribute.
/// </summary>
/// <exception cref="AwsFault">The resource or the attribute does not exist.</exception>
internal delegate string ResourceLookup(string logicalId, string? attribute);

/// <summary>Replaces intrinsic functions by their values.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
/// </remarks>
internal sealed class Evaluator(TemplateScope scope, ResourceLookup resources)
{
    /// <summary>
    /// What stands in a preview for a value that only the execution will tell, as in change sets of AWS.
    /// </summary>
    public const string KnownAfterApply = "{{changeSet:KNOWN_AFTER_APPLY}}";

    private static readonly JsonNode NoValue = JsonValue.Create(PseudoParameters.NoValue);

    private static readonly FrozenDictionary<string, Func<Evaluator, JsonNode?, JsonNode?>> Functions =
        new Dictionary<string, Func<Evaluator, JsonNode?, JsonNode?>>(StringComparer.Ordinal)
        {
            ["Ref"] = ReferenceFunctions.Ref,
            ["Fn::GetAtt"] = ReferenceFunctions.GetAtt,
            ["Fn::ImportValue"] = ReferenceFunctions.ImportValue,
            ["Fn::Base64"] = TextFunctions.Base64,
            ["Fn::Join"] = TextFunctions.Join,
            ["Fn::Split"] = TextFunctions.Split,
            ["Fn::Sub"] = TextFunctions.Sub,
            ["Fn::FindInMap"] = ChoiceFunctions.FindInMap,
            ["Fn::GetAZs"] = ChoiceFunctions.GetAZs,
            ["Fn::If"] = ChoiceFunctions.If,
            ["Fn::Select"] = ChoiceFunctions.Select,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public TemplateScope Scope => scope;

    /// <summary>
    /// The value of an expression, never part of the template's own tree; <see langword="null"/> for
    /// <c>AWS::NoValue</c>.
    /// </summary>
    /// <exception cref="AwsFault"><c>ValidationError</c>: the expression is wrong or refers to what does not
    /// exist.</exception>
    public JsonNode? Evaluate(JsonNode? node)
    {
        var value = EvaluateRaw(node);
        return ReferenceEquals(value, NoValue) ? null : value;
    }

    /// <summary>Properties of a resource, dynamic references included.</summary>
    /// <exception cref="AwsFault"><c>ValidationError</c>: as of <see cref="Evaluate"/>.</exception>
    public JsonObject EvaluateProperties(JsonObject properties) =>
        (JsonObject)DynamicReferences.Resolve(EvaluateMap(properties), scope.FindSsmParameter)!;

    /// <summary>The value of an expression that must be text.</summary>
    /// <exception cref="AwsFault"><c>ValidationError</c>: it is a list, a map or nothing.</exception>
    public string Text(JsonNode? node, string function) => Evaluate(node) is JsonValue value
        ? value.ToString()
        : throw ValidationFault.Of($"Template error: every {function} object requires its parameters to be strings.");

    /// <summary>What <c>Ref</c> of a name or <c>Fn::GetAtt</c> of a name and an attribute returns.</summary>
    public JsonNode? Resolve(Reference reference) => reference switch
    {
        { Name: PseudoParameters.NoValue, Attribute: null } => NoValue,
        { Attribute: null } when scope.FindParameter(reference.Name) is { } parameter => parameter,
        _ => resources(reference.Name, reference.Attribute),
    };

    private JsonNode? EvaluateRaw(JsonNode? node) => node switch
    {
        JsonArray list => EvaluateList(list),
        JsonObject { Count: 1 } map when IsFunction(map.First().Key) => Invoke(map),
        JsonObject map => EvaluateMap(map),
        null => null,
        _ => node.DeepClone(),
    };

    private static bool IsFunction(string key) => key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal);

    private JsonNode? Invoke(JsonObject map)
    {
        var (name, argument) = map.First();
        return Functions.TryGetValue(name, out var function)
            ? function(this, argument)
            : throw ValidationFault.Of($"LocalAws does not emulate the intrinsic function {name}.");
    }

    private JsonArray EvaluateList(JsonArray list) =>
        [.. list.Select(EvaluateRaw).Where(value => !ReferenceEquals(value, NoValue))];

    private JsonObject EvaluateMap(JsonObject map)
    {
        var values = new JsonObject();
        foreach (var (key, node) in map)
        {
            var value = EvaluateRaw(node);
            if (!ReferenceEquals(value, NoValue))
            {
                values.Add(key, value);
            }
        }

        return values;
    }

    /// <summary>
    /// As <see cref="Evaluate"/>, but <c>AWS::NoValue</c> stays visible to the list or map around it.
    /// </summary>
    internal JsonNode? EvaluateBranch(JsonNode? node) => EvaluateRaw(node);
}
