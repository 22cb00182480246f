using System.Buffers.Binary;
using System.Text;

namespace BedrockGateway.Api.Upstream;

/// <summary>Takes a stream of <c>application/vnd.amazon.eventstream</c> apart.</summary>
/// <remarks>
/// A message is its length, the length of its headers, a checksum of both, headers, payload, and a checksum of it all.
/// The checksums are not looked at: the connection has its own.
/// Source: https://smithy.io/2.0/aws/amazon-eventstream.html
/// </remarks>
internal sealed class EventStreamReader(Stream stream)
{
    private const int PreludeBytes = 12;
    private const int ChecksumBytes = 4;

    // The limit of the format.
    private const int MaxBytes = (16 * 1024 * 1024) + (128 * 1024) + PreludeBytes + ChecksumBytes;

    // 2: one byte, 3: two, 4: four, 5: eight, 8: a time, 9: a UUID; 6 and 7 have their length before them.
    private const byte TextType = 7;
    private const byte BytesType = 6;

    private const string NoEventStream = "Bedrock's reply is no event stream.";

    private static readonly string[] KnownTypes =
    [
        "chunk",
        "messageStart",
        "contentBlockStart",
        "contentBlockDelta",
        "contentBlockStop",
        "messageStop",
        "metadata",
    ];

    // Streams are many and their events small; a longer one gets a longer buffer.
    private byte[] _buffer = new byte[4 * 1024];
    private int _start;
    private int _end;

    private int BufferedBytes => _end - _start;

    /// <summary>Takes the next message where all of it is there already.</summary>
    /// <exception cref="InvalidDataException">It is no event stream.</exception>
    public bool TryRead(out EventFrame frame)
    {
        frame = default;
        if (BufferedBytes < PreludeBytes)
        {
            return false;
        }

        var (total, headers) = ReadPrelude();
        if (BufferedBytes < total)
        {
            return false;
        }

        var raw = _buffer.AsMemory(_start, total);
        _start += total;
        try
        {
            frame = Parse(raw, headers);
            return true;
        }
        catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(NoEventStream, fault);
        }
    }

    /// <returns>The next message; <see langword="null"/> at the end.</returns>
    /// <exception cref="IOException">The stream broke off.</exception>
    /// <exception cref="InvalidDataException">It is no event stream.</exception>
    public async ValueTask<EventFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        EventFrame frame;
        while (!TryRead(out frame))
        {
            MakeRoom(BufferedBytes < PreludeBytes ? PreludeBytes : ReadPrelude().Total);
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                return BufferedBytes == 0 ? null : throw new EndOfStreamException("Bedrock's reply broke off.");
            }

            _end += read;
        }

        return frame;
    }

    private (int Total, int Headers) ReadPrelude()
    {
        var total = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_start));
        var headers = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_start + 4));
        return headers < 0 || headers > total - PreludeBytes - ChecksumBytes || total is < 0 or > MaxBytes
            ? throw new InvalidDataException(NoEventStream)
            : (total, headers);
    }

    private static EventFrame Parse(ReadOnlyMemory<byte> raw, int headersLength)
    {
        var (type, isException) = ReadType(raw.Span.Slice(PreludeBytes, headersLength));
        return new(type, isException, raw[(PreludeBytes + headersLength)..^ChecksumBytes], raw);
    }

    private static (string Type, bool IsException) ReadType(ReadOnlySpan<byte> headers)
    {
        var (type, isException) = ("", false);
        while (!headers.IsEmpty)
        {
            var name = headers.Slice(1, headers[0]);
            headers = headers[(1 + name.Length)..];
            var kind = headers[0];
            var (start, length) = SpanOf(kind, headers);
            var value = headers.Slice(start, length);
            headers = headers[(start + length)..];
            if (kind is not TextType)
            {
                continue;
            }

            if (name.SequenceEqual(":event-type"u8))
            {
                type = TextOf(value);
            }
            else if (name.SequenceEqual(":exception-type"u8) || name.SequenceEqual(":error-code"u8))
            {
                (type, isException) = (TextOf(value), true);
            }
        }

        return (type, isException);
    }

    private static (int Start, int Length) SpanOf(byte kind, ReadOnlySpan<byte> header) => kind switch
    {
        BytesType or TextType => (3, BinaryPrimitives.ReadUInt16BigEndian(header[1..])),
        0 or 1 => (1, 0),
        2 => (1, 1),
        3 => (1, 2),
        4 => (1, 4),
        5 or 8 => (1, 8),
        9 => (1, 16),
        _ => throw new InvalidDataException(NoEventStream),
    };

    private static string TextOf(ReadOnlySpan<byte> value)
    {
        foreach (var known in KnownTypes)
        {
            if (Ascii.Equals(value, known))
            {
                return known;
            }
        }

        return Encoding.UTF8.GetString(value);
    }

    // What has come of the next message goes to the front, so that every read takes as much as there is room for.
    private void MakeRoom(int count)
    {
        if (_start == 0 && _buffer.Length >= count)
        {
            return;
        }

        var buffer = _buffer.Length >= count ? _buffer : new byte[Math.Max(count, _buffer.Length * 2)];
        Buffer.BlockCopy(_buffer, _start, buffer, 0, BufferedBytes);
        (_buffer, _end, _start) = (buffer, BufferedBytes, 0);
    }
}
