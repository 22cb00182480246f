using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation;

/// <summary>
/// Reads resolved properties of a resource as CloudFormation takes them: numbers and booleans may come as text, and
/// read as text too.
/// </summary>
internal static class PropertyExtensions
{
    public static string? Text(this JsonObject properties, string name) => TextOf(properties[name]);

    /// <exception cref="AwsFault"><c>ValidationError</c>: the property is missing.</exception>
    public static string RequiredText(this JsonObject properties, string name) =>
        properties.Text(name) ?? throw Missing(name);

    /// <exception cref="AwsFault"><c>ValidationError</c>: the property is missing.</exception>
    public static JsonNode Require(this JsonObject properties, string name) =>
        properties[name] ?? throw Missing(name);

    /// <exception cref="AwsFault"><c>ValidationError</c>: neither true nor false.</exception>
    public static bool Flag(this JsonObject properties, string name) => properties.Text(name) is { } text
        && (bool.TryParse(text, out var flag) ? flag : throw Invalid(name, "Boolean", text));

    /// <exception cref="AwsFault"><c>ValidationError</c>: no whole number.</exception>
    public static int? Whole(this JsonObject properties, string name) => properties.Text(name) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid(name, "Integer", text);

    /// <exception cref="AwsFault"><c>ValidationError</c>: no number.</exception>
    public static double? Number(this JsonObject properties, string name) => properties.Text(name) is not { } text
        ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid(name, "Number", text);

    public static JsonObject? Object(this JsonObject properties, string name) => properties[name] as JsonObject;

    public static IEnumerable<JsonObject> Objects(this JsonObject properties, string name) =>
        (properties[name] as JsonArray ?? []).OfType<JsonObject>();

    public static ImmutableArray<string> Texts(this JsonObject properties, string name) =>
        [.. (properties[name] as JsonArray ?? []).Select(TextOf).OfType<string>()];

    public static ImmutableDictionary<string, string> TextMap(this JsonObject properties, string name) =>
        (properties.Object(name) ?? [])
            .ToImmutableDictionary(pair => pair.Key, pair => TextOf(pair.Value) ?? string.Empty);

    /// <summary>CloudFormation's <c>[{"Key": ..., "Value": ...}]</c>.</summary>
    public static ImmutableDictionary<string, string> Tags(this JsonObject properties) => properties.Objects("Tags")
        .ToImmutableDictionary(tag => tag.RequiredText("Key"), tag => tag.Text("Value") ?? string.Empty);

    private static string? TextOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    private static AwsFault Missing(string name) =>
        ValidationFault.Of($"Properties validation failed: #: required key [{name}] not found");

    private static AwsFault Invalid(string name, string type, string text) =>
        ValidationFault.Of($"Properties validation failed: #/{name}: expected type: {type}, found: {text}");
}
