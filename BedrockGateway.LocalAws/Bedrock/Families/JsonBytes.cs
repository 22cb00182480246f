using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>JSON as models write it: quotes and letters as they are, which the default would escape.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Of(JsonObject body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, body);
        return buffer.WrittenMemory;
    }

    public static void Write(IBufferWriter<byte> output, JsonObject body)
    {
        using var writer = new Utf8JsonWriter(output, Plain);
        body.WriteTo(writer);
    }
}
