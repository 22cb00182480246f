using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>The keywords of a schema that bound a number, a text's length or a list's.</summary>
internal sealed class JsonSchemaLimits
{
    public static readonly FrozenSet<string> Keywords = FrozenSet.Create(
        StringComparer.Ordinal, "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

    private readonly FrozenDictionary<string, double> _limits;

    private JsonSchemaLimits(FrozenDictionary<string, double> limits) => _limits = limits;

    public static JsonSchemaLimits Of(JsonObject schema) => new(schema
        .Where(pair => Keywords.Contains(pair.Key))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value!.GetValue<double>(), StringComparer.Ordinal));

    public string? FindMismatch(JsonElement value) => _limits.Count == 0
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.Number => Outside(value.GetDouble(), "minimum", "maximum"),
            JsonValueKind.String => Outside(value.GetString()!.EnumerateRunes().Count(), "minLength", "maxLength"),
            JsonValueKind.Array => Outside(value.GetArrayLength(), "minItems", "maxItems"),
            _ => null,
        };

    private string? Outside(double size, string least, string most)
    {
        if (_limits.TryGetValue(least, out var minimum) && size < minimum)
        {
            return $"{least} of the schema is not reached";
        }

        return _limits.TryGetValue(most, out var maximum) && size > maximum
            ? $"{most} of the schema is exceeded"
            : null;
    }
}
