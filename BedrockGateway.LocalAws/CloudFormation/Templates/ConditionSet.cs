using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>Conditions of a template, and the functions that conditions and rules are made of.</summary>
/// <remarks>
/// Of the rule functions <c>Fn::RefAll</c>, <c>Fn::ValueOf</c> and <c>Fn::ValueOfAll</c> are refused: they read VPC and
/// AMI parameter types.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
/// </remarks>
internal sealed class ConditionSet
{
    private readonly JsonObject _declared;
    private readonly Evaluator _values;
    private readonly Dictionary<string, bool?> _known = new(StringComparer.Ordinal);

    public ConditionSet(TemplateScope scope)
    {
        _declared = scope.Template.Conditions;
        _values = new(scope, (logicalId, _) => throw ValidationFault.Of(
            $"Template format error: Unresolved dependencies [{logicalId}]. " +
            "Cannot reference resources in the Conditions block of the template"));
    }

    /// <summary>Truth of a named condition.</summary>
    /// <param name="name">Key in <c>Conditions</c>.</param>
    /// <param name="section">Where it is used, for the text of the fault.</param>
    /// <exception cref="AwsFault"><c>ValidationError</c>: it is not declared, or refers to itself.</exception>
    public bool Holds(string name, string section)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known ?? throw ValidationFault.Of($"Template format error: Circular dependency in condition {name}");
        }

        if (!_declared.TryGetPropertyValue(name, out var expression))
        {
            throw ValidationFault.Of(section == "Fn::If"
                ? $"Template error: unresolved condition dependency {name} in Fn::If"
                : "Template format error: " +
                    $"Unresolved condition dependency {name} in the {section} block of the template");
        }

        _known[name] = null;
        var value = Evaluate(expression);
        _known[name] = value;
        return value;
    }

    /// <summary>Truth of an expression.</summary>
    /// <exception cref="AwsFault"><c>ValidationError</c>: it is no condition.</exception>
    public bool Evaluate(JsonNode? expression)
    {
        if (expression is not JsonObject { Count: 1 } function)
        {
            return expression?.ToString() switch
            {
                "true" => true,
                "false" => false,
                _ => throw ValidationFault.Of(
                    "Template format error: Every Conditions member must be a boolean expression."),
            };
        }

        var (name, argument) = function.First();
        return name switch
        {
            "Condition" => Holds(argument?.ToString() ?? "", "Conditions"),
            "Fn::And" => Operands(name, argument, 2, 10).All(Evaluate),
            "Fn::Or" => Operands(name, argument, 2, 10).Any(Evaluate),
            "Fn::Not" => !Evaluate(Operands(name, argument, 1, 1)[0]),
            "Fn::Equals" => AreEqual(Operands(name, argument, 2, 2)),
            "Fn::Contains" => Contains(Operands(name, argument, 2, 2)),
            "Fn::EachMemberEquals" => EachMemberEquals(Operands(name, argument, 2, 2)),
            "Fn::EachMemberIn" => EachMemberIn(Operands(name, argument, 2, 2)),
            _ => throw ValidationFault.Of($"LocalAws does not emulate {name} in a condition or rule."),
        };
    }

    private static JsonArray Operands(string function, JsonNode? argument, int least, int most) =>
        argument is JsonArray list && list.Count >= least && list.Count <= most
            ? list
            : throw ValidationFault.Of(least == most
                ? $"Template error: every {function} object requires a list of {least} parameters."
                : $"Template error: every {function} object requires " +
                    $"a list of at least {least} and at most {most} boolean parameters.");

    private bool AreEqual(JsonArray operands) =>
        JsonNode.DeepEquals(Comparable(operands[0]), Comparable(operands[1]));

    private bool Contains(JsonArray operands) => Texts(operands[0]).Contains(_values.Text(operands[1], "Fn::Contains"));

    private bool EachMemberEquals(JsonArray operands)
    {
        var expected = _values.Text(operands[1], "Fn::EachMemberEquals");
        return Texts(operands[0]).All(text => text == expected);
    }

    private bool EachMemberIn(JsonArray operands)
    {
        var allowed = Texts(operands[1]);
        return Texts(operands[0]).All(allowed.Contains);
    }

    private string[] Texts(JsonNode? node) => _values.Evaluate(node) is JsonArray list
        ? [.. list.Select(item => item?.ToString() ?? "")]
        : throw ValidationFault.Of("Template error: rule functions require a list of strings.");

    // CloudFormation compares scalars as text: {"Fn::Equals": ["true", true]} holds.
    private JsonNode? Comparable(JsonNode? operand) =>
        _values.Evaluate(operand) is { } value ? value is JsonValue scalar ? scalar.ToString() : value : null;
}
