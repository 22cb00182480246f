using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Bodies of InvokeModel: parsing them strictly, and reading values by path (<c>a/b</c>).</summary>
internal static class ModelBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="Wire.AwsFault"><c>ValidationException</c>: the bytes are no JSON object.</exception>
    public static JsonObject Parse(ReadOnlyMemory<byte> body)
    {
        JsonNode? node;
        try
        {
            node = Utf8.IsValid(body.Span)
                ? JsonNode.Parse(body.Span, documentOptions: Strict)
                : throw MalformedInput.NoJson;
            ReadStrings(node);
        }
        // A string with half a surrogate pair is found only when it is read.
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            throw MalformedInput.NoJson;
        }

        return node as JsonObject ?? throw MalformedInput.Fault([MalformedInput.WrongType("#", "JSONObject", node)]);
    }

    public static JsonNode? At(this JsonObject body, string path)
    {
        JsonNode? node = body;
        foreach (var name in path.Split('/'))
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    public static string TextAt(this JsonObject body, string path) =>
        TextOf(body.At(path)) ?? string.Empty;

    /// <summary>
    /// A whole number, cut to what an <see cref="int"/> holds; <see langword="null"/> when it is absent.
    /// </summary>
    public static int? IntAt(this JsonObject body, string path) =>
        body.At(path) is JsonValue value && value.TryGetValue<long>(out var number)
            ? (int)Math.Clamp(number, int.MinValue, int.MaxValue)
            : null;

    /// <summary>The strings of a list, or the one string in its place.</summary>
    public static IReadOnlyList<string> TextsAt(this JsonObject body, string path) => body.At(path) switch
    {
        JsonArray list => [.. list.Select(TextOf).OfType<string>()],
        JsonNode node when TextOf(node) is { } text => [text],
        _ => [],
    };

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static void ReadStrings(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject properties:
                foreach (var (_, value) in properties)
                {
                    ReadStrings(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    ReadStrings(item);
                }

                break;
            case JsonValue value:
                value.TryGetValue<string>(out _);
                break;
            default:
                break;
        }
    }
}
