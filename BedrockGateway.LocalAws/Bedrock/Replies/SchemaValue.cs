using System.Globalization;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>A value that satisfies a JSON Schema, the same for the same schema.</summary>
/// <remarks>
/// Constants and first values of enumerations as they are; of alternatives the first; all properties, those that are
/// required first; strings are their property's name. <c>pattern</c>, <c>not</c>, <c>if</c> and <c>uniqueItems</c> are
/// ignored.
/// </remarks>
internal sealed class SchemaValue
{
    // Deeper, only what is required is written, so that recursive schemas end.
    private const int DepthOfOptions = 6;

    private const int Deepest = 30;

    private const int LongestList = 1_000;

    private readonly JsonNode _root;

    private SchemaValue(JsonNode root) => _root = root;

    /// <summary>The value; an object where the schema says nothing.</summary>
    public static JsonNode Of(JsonNode? schema) =>
        schema is null ? new JsonObject() : new SchemaValue(schema).Make(schema, "value", 0) ?? new JsonObject();

    private JsonNode? Make(JsonNode? schema, string name, int depth)
    {
        if (schema is not JsonObject rules || depth > Deepest)
        {
            return null;
        }

        if (rules.ContainsKey("const"))
        {
            return rules["const"]?.DeepClone();
        }

        if (rules["enum"] is JsonArray { Count: > 0 } values)
        {
            return values[0]?.DeepClone();
        }

        return Alternative(rules) is { } other
            ? Make(other, name, depth + 1)
            : TypeOf(rules) switch
            {
                "object" => MakeObject(rules, depth),
                "array" => MakeArray(rules, name, depth),
                "integer" or "number" => MakeNumber(rules),
                "boolean" => true,
                "null" => null,
                _ => MakeText(rules, name),
            };
    }

    private JsonNode? Alternative(JsonObject rules)
    {
        if (rules["$ref"] is JsonValue reference && reference.TryGetValue<string>(out var path))
        {
            return Resolve(path);
        }

        if (rules["allOf"] is JsonArray { Count: > 0 } all)
        {
            return Merge(rules, all);
        }

        return (rules["anyOf"] ?? rules["oneOf"]) is JsonArray { Count: > 0 } any ? any[0] : null;
    }

    // #/$defs/Address
    private JsonNode? Resolve(string path) => !path.StartsWith('#')
        ? null
        : path[1..].Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            (JsonNode?)_root,
            (node, name) => (node as JsonObject)?[name.Replace("~1", "/", StringComparison.Ordinal)]);

    private JsonObject Merge(JsonObject rules, JsonArray all)
    {
        var merged = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() };
        var parts = all.Select(part => part is JsonObject one ? Alternative(one) as JsonObject ?? one : null);
        foreach (var part in parts.Append(rules).OfType<JsonObject>())
        {
            foreach (var (name, value) in part["properties"] as JsonObject ?? [])
            {
                merged["properties"]![name] = value?.DeepClone();
            }
        }

        return merged;
    }

    private static string? TypeOf(JsonObject rules) => rules["type"] switch
    {
        JsonValue value when value.TryGetValue<string>(out var type) => type,
        JsonArray types => types.OfType<JsonValue>()
            .Select(type => type.TryGetValue<string>(out var text) ? text : null)
            .FirstOrDefault(type => type is not null and not "null"),
        _ when rules.ContainsKey("properties") => "object",
        _ when rules.ContainsKey("items") => "array",
        _ => null,
    };

    private JsonObject MakeObject(JsonObject rules, int depth)
    {
        var properties = rules["properties"] as JsonObject ?? [];
        var required = rules.TextsAt("required");
        var optional = depth < DepthOfOptions ? properties.Select(property => property.Key).Except(required) : [];
        return new(required.Distinct().Concat(optional)
            .Select(name => KeyValuePair.Create(name, Make(properties[name] ?? new JsonObject(), name, depth + 1))));
    }

    private JsonArray MakeArray(JsonObject rules, string name, int depth)
    {
        var most = rules.IntAt("maxItems") ?? LongestList;
        var count = Math.Clamp(rules.IntAt("minItems") ?? 1, 0, Math.Clamp(most, 0, LongestList));
        return new([.. Enumerable.Range(0, depth < Deepest ? count : 0)
            .Select(_ => Make(rules["items"] ?? new JsonObject(), name, depth + 1))]);
    }

    private static JsonValue MakeNumber(JsonObject rules)
    {
        var isWhole = TypeOf(rules) == "integer";
        var most = NumberAt(rules, "maximum") ?? NumberAt(rules, "exclusiveMaximum") - 1 ?? decimal.MaxValue;
        var least = NumberAt(rules, "minimum") ?? NumberAt(rules, "exclusiveMinimum") + 1 ?? Math.Min(1, most);
        if (NumberAt(rules, "multipleOf") is { } step and > 0)
        {
            least = Math.Ceiling(least / step) * step;
        }

        return isWhole ? JsonValue.Create((long)Math.Ceiling(least)) : JsonValue.Create(least);
    }

    // Beyond what fits, as if nothing were said.
    private static decimal? NumberAt(JsonObject rules, string name) =>
        rules[name] is JsonValue value
        && value.TryGetValue<double>(out var number)
        && Math.Abs(number) <= long.MaxValue / 2
            ? (decimal)number
            : null;

    private static JsonValue MakeText(JsonObject rules, string name)
    {
        var text = rules.TextAt("format") switch
        {
            "date-time" => "2026-01-02T03:04:05Z",
            "date" => "2026-01-02",
            "time" => "03:04:05Z",
            "email" => "ada@example.com",
            "uri" or "url" => "https://example.com/",
            "uuid" => Guid.Empty.ToString("D", CultureInfo.InvariantCulture),
            "ipv4" => "192.0.2.1",
            _ => name,
        };
        var shortest = Math.Clamp(rules.IntAt("minLength") ?? 0, 0, LongestList);
        var longest = Math.Clamp(rules.IntAt("maxLength") ?? LongestList, 0, LongestList);
        text = text.PadRight(shortest, 'x');
        return JsonValue.Create(text[..Math.Min(text.Length, longest)]);
    }
}
