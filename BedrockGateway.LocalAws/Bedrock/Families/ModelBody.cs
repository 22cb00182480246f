using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Bodies of InvokeModel: parsing them strictly, and reading values by path (<c>a/b</c>).</summary>
internal static class ModelBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="AwsFault"><c>ValidationException</c>: the bytes are no JSON object.</exception>
    public static JsonObject Parse(ReadOnlyMemory<byte> body)
    {
        JsonNode? node;
        try
        {
            node = Read(body);
        }
        catch (JsonException)
        {
            throw MalformedInput.NoJson;
        }

        return node as JsonObject ?? throw MalformedInput.Fault([MalformedInput.WrongType("#", "JSONObject", node)]);
    }

    /// <summary>A body whose members the service models, not the model.</summary>
    /// <exception cref="AwsFault"><c>SerializationException</c>: the bytes are no JSON object.</exception>
    public static JsonObject ParseMembers(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Read(body) as JsonObject ?? throw new JsonException("The body is no object.");
        }
        catch (JsonException invalid)
        {
            throw new AwsFault("SerializationException", invalid.Message);
        }
    }

    /// <exception cref="JsonException">The bytes are no JSON that can be read to its last string.</exception>
    public static JsonNode? Read(ReadOnlyMemory<byte> json)
    {
        var node = Utf8.IsValid(json.Span)
            ? JsonNode.Parse(json.Span, documentOptions: Strict)
            : throw new JsonException("The text is not UTF-8.");
        try
        {
            ReadStrings(node);
        }
        // A string with half a surrogate pair is found only when it is read.
        catch (InvalidOperationException invalid)
        {
            throw new JsonException(invalid.Message, invalid);
        }

        return node;
    }

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte})"/>
    public static JsonNode? Read(string json) => Read(Encoding.UTF8.GetBytes(json));

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

    /// <summary>A string; <see langword="null"/> for everything else.</summary>
    public static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The objects of a list; what is none is left out, and no list has none.</summary>
    public static IEnumerable<JsonObject> ObjectsOf(JsonNode? node) => (node as JsonArray ?? []).OfType<JsonObject>();

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
