using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary>Reads resource properties as CloudFormation takes them: numbers and booleans may come as strings.</summary>
internal static class PropertyExtensions
{
    public static string? Text(this JsonObject properties, string name) => TextOf(properties[name]);

    /// <exception cref="AwsFault"><c>ValidationError</c> (400): the property is missing.</exception>
    public static string RequiredText(this JsonObject properties, string name) => properties.Text(name)
        ?? throw new AwsFault("ValidationError", $"Model validation failed (#: required key [{name}] not found)");

    public static bool Flag(this JsonObject properties, string name) => properties.Text(name) is { } text
        && (bool.TryParse(text, out var flag) ? flag : throw Invalid(name, "Boolean", text));

    public static int? Whole(this JsonObject properties, string name) => properties.Text(name) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid(name, "Integer", text);

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

    private static AwsFault Invalid(string name, string type, string text) => new(
        "ValidationError", $"Model validation failed (#/{name}: expected type: {type}, found: {text})");
}
