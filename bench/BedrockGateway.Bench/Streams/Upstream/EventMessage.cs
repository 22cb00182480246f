using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace BedrockGateway.Bench.Streams.Upstream;

/// <summary>One message of <c>application/vnd.amazon.eventstream</c>, as a chunk of an HTTP/1.1 body.</summary>
/// <remarks>Source: https://smithy.io/2.0/aws/amazon-eventstream.html</remarks>
internal static class EventMessage
{
    private const int PreludeBytes = 12;
    private const int ChecksumBytes = 4;

    // [total u32][headers u32][crc32 of those 8] ([length u8][name][7][length u16][value])* [payload][crc32 of all]
    public static byte[] Of(string type, string json)
    {
        byte[] headers =
        [
            .. Header(":event-type", type),
            .. Header(":content-type", "application/json"),
            .. Header(":message-type", "event"),
        ];
        var payload = Encoding.UTF8.GetBytes(json);
        var message = new byte[PreludeBytes + headers.Length + payload.Length + ChecksumBytes];
        BinaryPrimitives.WriteInt32BigEndian(message, message.Length);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(4), headers.Length);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(8), Crc32.HashToUInt32(message.AsSpan(0, 8)));
        headers.CopyTo(message.AsSpan(PreludeBytes));
        payload.CopyTo(message.AsSpan(PreludeBytes + headers.Length));
        BinaryPrimitives.WriteUInt32BigEndian(
            message.AsSpan(^ChecksumBytes..), Crc32.HashToUInt32(message.AsSpan(..^ChecksumBytes)));
        return [.. Encoding.ASCII.GetBytes($"{message.Length:x}\r\n"), .. message, .. "\r\n"u8];
    }

    /// <summary>An event of InvokeModelWithResponseStream: the model's own JSON, in Base64.</summary>
    public static byte[] Chunk(string json) =>
        Of("chunk", $$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}","p":"abcdefghij"}""");

    private static byte[] Header(string name, string value)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), 7, .. length, .. Encoding.ASCII.GetBytes(value)];
    }
}
