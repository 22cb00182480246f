using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>
/// The part of JSON Schema draft 4 that models use here; a keyword beyond it is refused when the model is made.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly string[] Annotations = ["$schema", "id", "title", "description", "default"];

    private readonly ImmutableArray<string> _types;
    private readonly ImmutableArray<string> _required;
    private readonly ImmutableDictionary<string, JsonSchema> _properties;
    private readonly bool _additionalProperties;
    private readonly JsonSchema? _items;
    private readonly ImmutableArray<string> _enum;
    private readonly JsonSchemaLimits _limits;

    private JsonSchema(JsonObject source)
    {
        Source = source;
        _types = TextsOf(source["type"]);
        _required = TextsOf(source["required"]);
        _properties = (source["properties"] as JsonObject ?? [])
            .ToImmutableDictionary(property => property.Key, property => Parse(property.Value), StringComparer.Ordinal);
        _additionalProperties = source["additionalProperties"]?.GetValue<bool>() ?? true;
        _items = source["items"] is { } items ? Parse(items) : null;
        _enum = [.. (source["enum"] as JsonArray ?? []).Select(value => value?.ToJsonString() ?? "null")];
        _limits = JsonSchemaLimits.Of(source);
    }

    public JsonObject Source { get; }

    /// <exception cref="Wire.AwsFault">
    /// <c>BadRequestException</c> (400): it is no schema. <c>NotImplemented</c> (501): it has a keyword that is not
    /// emulated.
    /// </exception>
    public static JsonSchema Parse(JsonNode? node)
    {
        if (node is not JsonObject source)
        {
            throw ApiGatewayFaults.BadRequest("Invalid model specified: the schema is not an object");
        }

        foreach (var (keyword, value) in source)
        {
            var known = Annotations.Contains(keyword)
                || JsonSchemaLimits.Keywords.Contains(keyword)
                || keyword is "type" or "required" or "properties" or "enum"
                || (keyword is "additionalProperties"
                    && value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
                || (keyword is "items" && value is JsonObject);
            if (!known)
            {
                throw ApiGatewayFaults.NotEmulated($"model with the JSON Schema keyword {keyword} as it is used here");
            }
        }

        return new((JsonObject)source.DeepClone());
    }

    /// <summary>
    /// What of the value does not fit, by the names of the schema; <see langword="null"/> where all fits.
    /// </summary>
    public string? FindMismatch(JsonElement value)
    {
        if (!_types.IsEmpty && !_types.Any(type => IsOf(type, value)))
        {
            return $"instance type does not match any allowed primitive type (allowed: [{string.Join(", ", _types)}])";
        }

        if (!_enum.IsEmpty && !_enum.Contains(value.GetRawText()))
        {
            return "instance value not found in enum";
        }

        return _limits.FindMismatch(value) ?? value.ValueKind switch
        {
            JsonValueKind.Object => FindMismatchInObject(value),
            JsonValueKind.Array when _items is not null =>
                value.EnumerateArray().Select(_items.FindMismatch).FirstOrDefault(mismatch => mismatch is not null),
            _ => null,
        };
    }

    private string? FindMismatchInObject(JsonElement value)
    {
        var missing = _required.Where(name => !value.TryGetProperty(name, out _)).ToList();
        if (missing.Count > 0)
        {
            return $"object has missing required properties ({string.Join(", ", missing)})";
        }

        foreach (var property in value.EnumerateObject())
        {
            if (_properties.TryGetValue(property.Name, out var schema))
            {
                if (schema.FindMismatch(property.Value) is { } mismatch)
                {
                    return mismatch;
                }
            }
            else if (!_additionalProperties)
            {
                return "object instance has properties which are not allowed by the schema";
            }
        }

        return null;
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.IsInteger(value.GetDecimal()),
        _ => false,
    };

    private static ImmutableArray<string> TextsOf(JsonNode? node) => node switch
    {
        JsonArray texts => [.. texts.Select(text => text!.GetValue<string>())],
        JsonValue text => [text.GetValue<string>()],
        _ => [],
    };
}
