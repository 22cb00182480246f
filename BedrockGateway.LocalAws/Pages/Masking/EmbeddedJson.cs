using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Pages.Masking;

/// <summary>JSON in a string of JSON, and JSON for people to read.</summary>
internal static class EmbeddedJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Lines = Compact with { Indented = true };

    // A name that is there twice has two values, and an object here has one.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a text that is an object or an array; any other text counts as text.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonNode? node)
    {
        node = null;
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        try
        {
            node = JsonNode.Parse(text, documentOptions: Strict);
            return node is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static string ToText(this JsonNode? node) => Write(node, Compact);

    public static string ToLines(this JsonNode? node) => Write(node, Lines);

    private static string Write(JsonNode? node, JsonWriterOptions options)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            if (node is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
