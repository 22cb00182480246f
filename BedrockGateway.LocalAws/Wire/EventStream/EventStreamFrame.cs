using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace BedrockGateway.LocalAws.Wire.EventStream;

/// <summary>The bytes of a message.</summary>
internal static class EventStreamFrame
{
    private const int PreludeBytes = 12;

    private const int CrcBytes = 4;

    // Around the name and the value of a header: [name length u8], and [type u8][value length u16].
    private const int HeaderOverheadBytes = 4;

    private const byte StringType = 7;

    // Big-endian, with H = the bytes of all headers:
    //   [total u32][H u32][crc32 of those 8 bytes] ([name u8+n][7][value u16+n])* [payload][crc32 of all before]
    public static void Write(IBufferWriter<byte> output, EventStreamMessage message)
    {
        var headerBytes = message.Headers.Sum(header =>
            HeaderOverheadBytes + Encoding.UTF8.GetByteCount(header.Key) + Encoding.UTF8.GetByteCount(header.Value));
        var totalBytes = PreludeBytes + headerBytes + message.Payload.Length + CrcBytes;
        var frame = output.GetSpan(totalBytes)[..totalBytes];

        BinaryPrimitives.WriteInt32BigEndian(frame, totalBytes);
        BinaryPrimitives.WriteInt32BigEndian(frame[4..], headerBytes);
        BinaryPrimitives.WriteUInt32BigEndian(frame[8..], Crc32.HashToUInt32(frame[..8]));
        var rest = frame[PreludeBytes..];
        foreach (var (name, value) in message.Headers)
        {
            rest = rest[WriteHeader(rest, name, value)..];
        }

        message.Payload.Span.CopyTo(rest);
        BinaryPrimitives.WriteUInt32BigEndian(frame[^CrcBytes..], Crc32.HashToUInt32(frame[..^CrcBytes]));
        output.Advance(totalBytes);
    }

    private static int WriteHeader(Span<byte> output, string name, string value)
    {
        var nameBytes = Encoding.UTF8.GetBytes(name, output[1..]);
        output[0] = checked((byte)nameBytes);
        output[nameBytes + 1] = StringType;
        var valueBytes = Encoding.UTF8.GetBytes(value, output[(nameBytes + HeaderOverheadBytes)..]);
        BinaryPrimitives.WriteUInt16BigEndian(output[(nameBytes + 2)..], checked((ushort)valueBytes));
        return HeaderOverheadBytes + nameBytes + valueBytes;
    }
}
