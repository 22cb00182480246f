using System.Collections.Frozen;
using System.Collections.Immutable;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Policies;

/// <summary>One condition of a statement: <c>{"StringLike": {"bedrock:InferenceProfileArn": ["..."]}}</c>.</summary>
/// <param name="Operator">Such as <c>StringEquals</c> or <c>ArnLikeIfExists</c>.</param>
/// <param name="Key">Condition key, compared without case.</param>
/// <param name="Values">One must fit; after a negated operator none may.</param>
/// <remarks>
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
/// </remarks>
internal sealed record Condition(string Operator, string Key, ImmutableArray<string> Values)
{
    private const string IfExists = "IfExists";

    private const string Negation = "Not";

    private const string Presence = "Null";

    private static readonly FrozenDictionary<string, Func<string, string, bool>> Tests =
        new Dictionary<string, Func<string, string, bool>>(StringComparer.OrdinalIgnoreCase)
        {
            ["StringEquals"] = string.Equals,
            ["StringEqualsIgnoreCase"] = (value, actual) => value.Equals(actual, StringComparison.OrdinalIgnoreCase),
            ["StringLike"] = (value, actual) => Wildcard.Matches(value, actual),
            ["ArnEquals"] = Wildcard.MatchesArn,
            ["ArnLike"] = Wildcard.MatchesArn,
            ["Bool"] = (value, actual) => value.Equals(actual, StringComparison.OrdinalIgnoreCase),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Policy variables such as <c>${aws:username}</c> are not resolved, so they must not be compared.
    /// </summary>
    /// <exception cref="AwsFault"><c>NotImplemented</c> (501): the text has one.</exception>
    public static void RefuseVariables(string text)
    {
        if (text.Contains("${", StringComparison.Ordinal))
        {
            throw AwsFault.NotEmulated("iam", $"policy variables ({text})");
        }
    }

    /// <exception cref="AwsFault">
    /// <c>NotImplemented</c> (501): the operator, the key or a variable in a value is not evaluated here.
    /// </exception>
    public bool Holds(IReadOnlyDictionary<string, string> context)
    {
        ConditionKeys.RefuseUnknown(Key);
        var actual = context.FirstOrDefault(pair => pair.Key.Equals(Key, StringComparison.OrdinalIgnoreCase)).Value;
        if (Operator.Equals(Presence, StringComparison.OrdinalIgnoreCase))
        {
            return Values.Any(value => bool.TryParse(value, out var absent) && absent == actual is null);
        }

        var isLenient = Operator.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase);
        var name = isLenient ? Operator[..^IfExists.Length] : Operator;
        // StringNotEquals, ArnNotLike: Not stands after the type.
        var isNegated = name.Contains(Negation, StringComparison.OrdinalIgnoreCase);
        if (!Tests.TryGetValue(name.Replace(Negation, "", StringComparison.OrdinalIgnoreCase), out var test))
        {
            throw AwsFault.NotEmulated("iam", $"condition operator {Operator}");
        }

        return actual is null ? isLenient || isNegated : Values.Any(value => Test(test, value, actual)) != isNegated;
    }

    private static bool Test(Func<string, string, bool> test, string value, string actual)
    {
        RefuseVariables(value);
        return test(value, actual);
    }
}
