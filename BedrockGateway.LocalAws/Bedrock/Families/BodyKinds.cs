using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Checks of one value against what it may be.</summary>
internal static class BodyKinds
{
    private static readonly string[] TurnKeys = ["role", "content"];

    public static IEnumerable<string> Violations(
        BodyKind kind, string pointer, JsonNode? value, long min = long.MinValue, long max = long.MaxValue)
    {
        if (Expected(kind) is not { } expected)
        {
            return [];
        }

        if (!Fits(kind, value))
        {
            return [MalformedInput.WrongType(pointer, expected, value)];
        }

        return value switch
        {
            JsonArray list when list.Count < min =>
                [$"{pointer}: expected minimum item count: {min}, found: {list.Count}"],
            JsonArray list when list.Count > max =>
                [$"{pointer}: expected maximum item count: {max}, found: {list.Count}"],
            JsonArray list => list.SelectMany((item, index) => ItemViolations(kind, $"{pointer}/{index}", item)),
            JsonValue text when text.TryGetValue<string>(out var s) && s.Length < min =>
                [$"{pointer}: expected minLength: {min}, actual: {s.Length}"],
            JsonValue number when number.TryGetValue<decimal>(out var n) && n < min =>
                [$"{pointer}: {n} is not greater or equal to {min}"],
            JsonValue number when number.TryGetValue<decimal>(out var n) && n > max =>
                [$"{pointer}: {n} is not less or equal to {max}"],
            _ => [],
        };
    }

    private static string? Expected(BodyKind kind) => kind switch
    {
        BodyKind.Text => "String",
        BodyKind.Integer => "Integer",
        BodyKind.Number => "Number",
        BodyKind.Flag => "Boolean",
        BodyKind.Object => "JSONObject",
        BodyKind.List or BodyKind.Texts or BodyKind.Turns or BodyKind.BlockTurns => "JSONArray",
        _ => null,
    };

    private static bool Fits(BodyKind kind, JsonNode? value) => (kind, value?.GetValueKind()) switch
    {
        (BodyKind.Text, JsonValueKind.String) => true,
        (BodyKind.Integer, JsonValueKind.Number) => value!.AsValue().TryGetValue<long>(out _),
        (BodyKind.Number, JsonValueKind.Number) => true,
        (BodyKind.Flag, JsonValueKind.True or JsonValueKind.False) => true,
        (BodyKind.Object, JsonValueKind.Object) => true,
        (BodyKind.List or BodyKind.Texts or BodyKind.Turns or BodyKind.BlockTurns, JsonValueKind.Array) => true,
        _ => false,
    };

    private static IEnumerable<string> ItemViolations(BodyKind kind, string pointer, JsonNode? item) => kind switch
    {
        BodyKind.Texts => Violations(BodyKind.Text, pointer, item),
        BodyKind.Turns or BodyKind.BlockTurns when item is JsonObject turn => TurnViolations(kind, pointer, turn),
        BodyKind.Turns or BodyKind.BlockTurns => [MalformedInput.WrongType(pointer, "JSONObject", item)],
        _ => [],
    };

    private static IEnumerable<string> TurnViolations(BodyKind kind, string pointer, JsonObject turn)
    {
        string[] missing = [.. TurnKeys.Where(name => !turn.ContainsKey(name))];
        if (missing.Length > 0)
        {
            return missing.Select(name => $"{pointer}: required key [{name}] not found");
        }

        return Violations(BodyKind.Text, $"{pointer}/role", turn["role"])
            .Concat(ContentViolations(kind, $"{pointer}/content", turn));
    }

    // Only what a user says must say something: a model's own turn may be nothing but tool calls.
    private static IEnumerable<string> ContentViolations(BodyKind kind, string pointer, JsonObject turn)
    {
        var content = turn["content"];
        if (kind != BodyKind.BlockTurns && turn.TextAt("role") != "user")
        {
            return [];
        }

        if (kind != BodyKind.BlockTurns && content is not JsonArray)
        {
            return Violations(BodyKind.Text, pointer, content, min: 1);
        }

        var texts = (content as JsonArray ?? [])
            .Select((block, index) => (Text: (block as JsonObject)?["text"], Pointer: $"{pointer}/{index}/text"))
            .Where(block => block.Text is not null);
        return Violations(BodyKind.List, pointer, content, min: 1)
            .Concat(texts.SelectMany(block => Violations(BodyKind.Text, block.Pointer, block.Text, min: 1)));
    }
}
