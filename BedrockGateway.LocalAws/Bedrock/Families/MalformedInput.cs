using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>
/// Bedrock's words for a body that does not fit the model's schema: those of a JSON Schema validator.
/// </summary>
internal static class MalformedInput
{
    /// <summary>The fault for a body that is no JSON.</summary>
    public static AwsFault NoJson =>
        new("ValidationException", "Malformed input request, please reformat your input and try again.");

    /// <summary>
    /// The fault for violations such as <c>#: required key [prompt] not found</c>, which follow one another.
    /// </summary>
    public static AwsFault Fault(IEnumerable<string> violations) => new(
        "ValidationException",
        $"Malformed input request: {string.Concat(violations)}, please reformat your input and try again.");

    public static string WrongType(string pointer, string expected, JsonNode? found) =>
        $"{pointer}: expected type: {expected}, found: {TypeOf(found)}";

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "JSONObject",
        JsonValueKind.Array => "JSONArray",
        JsonValueKind.String => "String",
        JsonValueKind.True or JsonValueKind.False => "Boolean",
        JsonValueKind.Number => node.AsValue().TryGetValue<long>(out _) ? "Integer" : "BigDecimal",
        _ => "Null",
    };
}
