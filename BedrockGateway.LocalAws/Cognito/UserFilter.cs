using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// The filter of <c>ListUsers</c>: an attribute, <c>=</c> or <c>^=</c> (starts with), and a quoted value.
/// </summary>
internal sealed partial class UserFilter
{
    private static readonly string[] Searchable =
    [
        "username", "email", "phone_number", "name", "given_name", "family_name", "preferred_username",
        "cognito:user_status", "status", "sub",
    ];

    private readonly string? _attribute;
    private readonly bool _startsWith;
    private readonly string _value;

    private UserFilter(string? attribute, bool startsWith, string value)
    {
        _attribute = attribute;
        _startsWith = startsWith;
        _value = value;
    }

    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: not a filter, or not an attribute to search.
    /// </exception>
    public static UserFilter Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new(null, startsWith: true, string.Empty);
        }

        // family_name ^= "O\"Neill"
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            throw CognitoFaults.InvalidParameter("Error while parsing filter");
        }

        var attribute = match.Groups["attribute"].Value;
        var value = match.Groups["value"].Value.Replace("\\\"", "\"", StringComparison.Ordinal);
        return Searchable.Contains(attribute)
            ? new(attribute, match.Groups["type"].Value == "^=", value)
            : throw CognitoFaults.InvalidParameter($"Invalid search attribute: {attribute}");
    }

    /// <summary>Names and addresses compare as the pool compares them, everything else exactly.</summary>
    public bool Matches(User user, StringComparer comparer)
    {
        var found = _attribute switch
        {
            null => string.Empty,
            "username" => user.Username,
            "cognito:user_status" => user.Status,
            "status" => user.IsEnabled ? "Enabled" : "Disabled",
            _ => user.Attributes[_attribute],
        };
        var ignoresCase = comparer == StringComparer.OrdinalIgnoreCase
            && _attribute is "username" or "email" or "preferred_username";
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return found is not null
            && (_startsWith ? found.StartsWith(_value, comparison) : string.Equals(found, _value, comparison));
    }

    [GeneratedRegex("""\A\s*"?(?<attribute>[\w:]+)"?\s*(?<type>\^?=)\s*"(?<value>(?:[^"\\]|\\.)*)"\s*\z""")]
    private static partial Regex Pattern();
}
