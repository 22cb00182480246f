using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>A parameter as the template declares it, and the check of a value against its constraints.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
/// </remarks>
internal sealed class ParameterDeclaration(string key, JsonObject declaration)
{
    private const string SsmPrefix = "AWS::SSM::Parameter::Value<";

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    public string Key => key;

    public string Type { get; } = declaration[nameof(Type)]?.ToString()
        ?? throw ValidationFault.Of(
            $"Template format error: [/Parameters/{key}] Every Parameters object must contain a Type member.");

    public string? Default => declaration[nameof(Default)]?.ToString();

    public string? Description => declaration[nameof(Description)]?.ToString();

    public bool NoEcho => declaration[nameof(NoEcho)]?.ToString() is "true";

    /// <summary>Whether the value is the name of an SSM parameter, and its content is meant.</summary>
    public bool IsSsm => Type.StartsWith(SsmPrefix, StringComparison.Ordinal);

    public bool IsList =>
        Type is "CommaDelimitedList" || Type.StartsWith("List<", StringComparison.Ordinal)
        || Type.StartsWith(SsmPrefix + "List<", StringComparison.Ordinal) || Type is SsmPrefix + "CommaDelimitedList>";

    /// <exception cref="AwsFault"><c>ValidationError</c>: the value breaks a constraint.</exception>
    public void Check(string value)
    {
        if (Violation(value) is { } violation)
        {
            throw ValidationFault.Of(declaration["ConstraintDescription"] is { } described
                ? $"Parameter '{key}' failed to satisfy constraint: {described}"
                : $"Parameter '{key}' {violation}");
        }
    }

    private string? Violation(string value)
    {
        if (declaration["AllowedValues"] is JsonArray allowed && !allowed.Any(item => item?.ToString() == value))
        {
            return "must be one of AllowedValues";
        }

        if (declaration["AllowedPattern"]?.ToString() is { } pattern
            && !Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.None, PatternTimeout))
        {
            return $"must match pattern {pattern}";
        }

        return Type is "Number" ? NumberViolation(value) : LengthViolation(value);
    }

    private string? LengthViolation(string value) =>
        Limit("MinLength") is { } minimum && value.Length < minimum ? $"must contain at least {minimum} characters"
        : Limit("MaxLength") is { } maximum && value.Length > maximum ? $"must contain at most {maximum} characters"
        : null;

    private string? NumberViolation(string value) =>
        !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? "must be a number."
        : Limit("MinValue") is { } minimum && number < minimum ? $"must be a number not less than {minimum}"
        : Limit("MaxValue") is { } maximum && number > maximum ? $"must be a number not greater than {maximum}"
        : null;

    private double? Limit(string name) => declaration[name] is { } limit
        && double.TryParse(limit.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : null;
}
