using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Lambda;

/// <summary>Lambda's error object, <c>{"errorType":"...","errorMessage":"..."}</c>.</summary>
internal static class LambdaError
{
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Serialize(string type, string message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Readable);
        writer.WriteStartObject();
        writer.WriteString("errorType"u8, type);
        writer.WriteString("errorMessage"u8, message);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Type and message of an error that a process reported, as far as it is one.</summary>
    public static string Describe(ReadOnlyMemory<byte> error)
    {
        try
        {
            return JsonNode.Parse(error.Span) is JsonObject report
                ? $"{report["errorType"]}: {report["errorMessage"]}"
                : "no reason given";
        }
        catch (JsonException)
        {
            return "no reason given";
        }
    }
}
