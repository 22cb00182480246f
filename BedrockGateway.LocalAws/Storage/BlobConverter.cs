using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Storage;

/// <summary>Writes content to a file, and the file's name into the record.</summary>
internal sealed class BlobConverter(BlobFolder? blobs) : JsonConverter<ReadOnlyMemory<byte>>
{
    public override ReadOnlyMemory<byte> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Blobs.Read(reader.GetString() ?? throw new JsonException("The name of a file is missing."));

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Blobs.Write(value.Span));

    // Without a folder nothing is written or read.
    private BlobFolder Blobs => blobs ?? throw new InvalidOperationException("There is no folder.");
}
