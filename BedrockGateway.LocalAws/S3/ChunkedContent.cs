using System.Buffers.Text;
using System.Text;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.S3;

/// <summary>Content that came in <c>aws-chunked</c> framing, as current SDKs send it.</summary>
/// <param name="Content">The bytes inside the frames.</param>
/// <param name="Trailers">Headers after the last frame, such as <c>x-amz-checksum-crc32</c>.</param>
/// <remarks>
/// Signatures of frames are not checked, since no signature is.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
/// </remarks>
internal sealed record ChunkedContent(ReadOnlyMemory<byte> Content, IReadOnlyDictionary<string, string> Trailers)
{
    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    // 5;chunk-signature=...\r\n
    // hello\r\n
    // 0\r\n
    // x-amz-checksum-crc32:NhCmhg==\r\n
    // \r\n
    /// <exception cref="AwsFault"><c>IncompleteBody</c>: a frame is cut or has no length.</exception>
    public static ChunkedContent Decode(ReadOnlyMemory<byte> body)
    {
        using var content = new MemoryStream(body.Length);
        var rest = body.Span;
        while (true)
        {
            var line = TakeLine(ref rest);
            var digits = line.IndexOf((byte)';') is var end and >= 0 ? line[..end] : line;
            if (!Utf8Parser.TryParse(digits, out int length, out var used, 'x')
                || used != digits.Length || length < 0 || length > rest.Length)
            {
                throw Broken();
            }

            if (length == 0)
            {
                return new(content.ToArray(), ReadTrailers(rest));
            }

            content.Write(rest[..length]);
            rest = rest[length..];
            if (!rest.StartsWith(LineEnd))
            {
                throw Broken();
            }

            rest = rest[LineEnd.Length..];
        }
    }

    private static Dictionary<string, string> ReadTrailers(ReadOnlySpan<byte> rest)
    {
        var trailers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (!rest.IsEmpty && TakeLine(ref rest) is { IsEmpty: false } line)
        {
            if (Encoding.UTF8.GetString(line).Split(':', 2) is [var name, var value])
            {
                trailers[name.Trim()] = value.Trim();
            }
        }

        return trailers;
    }

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf(LineEnd);
        if (end < 0)
        {
            throw Broken();
        }

        var line = rest[..end];
        rest = rest[(end + LineEnd.Length)..];
        return line;
    }

    private static AwsFault Broken() => new(
        "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");
}
