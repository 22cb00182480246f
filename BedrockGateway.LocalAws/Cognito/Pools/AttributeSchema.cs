using System.Globalization;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>All attributes of a pool: the standard ones as the pool overrides them, then its custom ones.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
/// </remarks>
internal sealed class AttributeSchema
{
    private const string CustomPrefix = "custom:";

    private readonly OrderedDictionary<string, SchemaAttribute> _attributes = new(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>InvalidParameterException</c>: a declaration that no pool can have.</exception>
    public AttributeSchema(IReadOnlyList<SchemaAttribute> declared)
    {
        foreach (var standard in StandardAttributes.All)
        {
            _attributes.Add(standard.Name!, standard);
        }

        foreach (var attribute in declared)
        {
            Declare(attribute);
        }
    }

    /// <summary>Every attribute with its defaults filled in, as <c>DescribeUserPool</c> lists them.</summary>
    public IReadOnlyList<SchemaAttribute> All => [.. _attributes.Values];

    public SchemaAttribute? Find(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>Checks what a new user brings along.</summary>
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: an unknown, missing or ill-formed attribute.
    /// </exception>
    public void CheckNew(UserAttributes attributes)
    {
        CheckValues(attributes);
        if (MissingFrom(attributes) is { Count: > 0 } missing)
        {
            throw NotConforming(string.Concat(missing.Select(name => $"{name}: The attribute is required\n")));
        }
    }

    /// <summary>The required attributes that are not there.</summary>
    public IReadOnlyList<string> MissingFrom(UserAttributes attributes) =>
    [
        .. _attributes.Values
            .Where(attribute => attribute.Required is true && attribute.Name != "sub")
            .Where(attribute => string.IsNullOrEmpty(attributes[attribute.Name!]))
            .Select(attribute => attribute.Name!),
    ];

    /// <summary>Checks what is given of a user of whom more may follow.</summary>
    /// <exception cref="AwsFault"><c>InvalidParameterException</c>: an unknown or ill-formed attribute.</exception>
    public void CheckGiven(UserAttributes attributes) => CheckValues(attributes);

    /// <summary>Checks changes to the attributes of an existing user; an empty value removes one.</summary>
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: an unknown, immutable or ill-formed attribute.
    /// </exception>
    public void CheckChanges(UserAttributes changes)
    {
        CheckValues(changes);
        foreach (var (name, _) in changes)
        {
            if (name == "sub")
            {
                throw CognitoFaults.InvalidParameter("Cannot modify the non-mutable attribute sub");
            }

            if (_attributes[name].Mutable is not true)
            {
                throw CognitoFaults.InvalidParameter(
                    $"Invalid user attributes: user.{name}: Attribute cannot be updated.\n");
            }
        }
    }

    /// <summary>Whether an update only adds custom attributes, which is all that Cognito allows.</summary>
    public bool IsExtendedBy(AttributeSchema other) =>
        _attributes.All(attribute => attribute.Value == other.Find(attribute.Key));

    private static AwsFault NotConforming(string why) =>
        CognitoFaults.InvalidParameter($"Attributes did not conform to the schema: {why}");

    private void Declare(SchemaAttribute attribute)
    {
        var name = attribute.Name ?? throw CognitoFaults.InvalidParameter("A schema attribute must have a name.");
        if (attribute.DeveloperOnlyAttribute is true)
        {
            throw AwsFault.NotEmulated("cognito-idp", $"DeveloperOnlyAttribute ({name})");
        }

        if (Find(name) is { } standard)
        {
            _attributes[name] = Override(standard, attribute);
            return;
        }

        if (attribute.Required is true)
        {
            throw CognitoFaults.InvalidParameter("Required custom attributes are not supported currently.");
        }

        var custom = name.StartsWith(CustomPrefix, StringComparison.Ordinal) ? name : CustomPrefix + name;
        _attributes[custom] = attribute with
        {
            Name = custom,
            AttributeDataType = attribute.AttributeDataType ?? "String",
            DeveloperOnlyAttribute = false,
            Mutable = attribute.Mutable ?? false,
            Required = false,
        };
    }

    private static SchemaAttribute Override(SchemaAttribute standard, SchemaAttribute declared) => standard with
    {
        Mutable = declared.Mutable ?? standard.Mutable,
        Required = declared.Required ?? standard.Required,
        StringAttributeConstraints = declared.StringAttributeConstraints ?? standard.StringAttributeConstraints,
        NumberAttributeConstraints = declared.NumberAttributeConstraints ?? standard.NumberAttributeConstraints,
    };

    private void CheckValues(UserAttributes attributes)
    {
        foreach (var (name, value) in attributes)
        {
            var attribute = Find(name)
                ?? throw NotConforming($"Type for attribute {{{name}}} could not be determined");
            if (value.Length == 0)
            {
                continue;
            }

            CheckFormat(name, value);
            if (Violation(attribute, value) is { } violation)
            {
                throw NotConforming($"{name}: {violation}\n");
            }
        }
    }

    private static void CheckFormat(string name, string value)
    {
        var problem = name switch
        {
            "email" when !EmailAddress.IsValid(value) => "Invalid email address format.",
            "phone_number" when !PhoneNumber.IsValid(value) => "Invalid phone number format.",
            _ => null,
        };
        if (problem is not null)
        {
            throw CognitoFaults.InvalidParameter(problem);
        }
    }

    private static string? Violation(SchemaAttribute attribute, string value) => attribute.AttributeDataType switch
    {
        "Boolean" when value is not ("true" or "false") => "Invalid boolean value",
        "Number" => NumberViolation(attribute.NumberAttributeConstraints, value),
        "String" => LengthViolation(attribute.StringAttributeConstraints, value),
        _ => null,
    };

    private static string? NumberViolation(NumberConstraints? range, string value) =>
        Number(value) is not { } number ? "Invalid number value"
        : Number(range?.MinValue) is { } least && number < least ? $"Number must be no less than {least}"
        : Number(range?.MaxValue) is { } most && number > most ? $"Number must be no greater than {most}"
        : null;

    private static string? LengthViolation(StringConstraints? length, string value) =>
        Number(length?.MinLength) is { } least && value.Length < least ? $"String must be at least {least} characters"
        : Number(length?.MaxLength) is { } most && value.Length > most
            ? $"String must be no longer than {most} characters"
        : null;

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
