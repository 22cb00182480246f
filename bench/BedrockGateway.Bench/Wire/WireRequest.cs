using System.Globalization;
using System.Text;

namespace BedrockGateway.Bench.Wire;

/// <summary>One HTTP/1.1 request, as text.</summary>
/// <param name="IsGet">Whether its method is GET.</param>
/// <param name="Path">Path of its address.</param>
/// <param name="Body">Its body, as text.</param>
internal sealed record WireRequest(bool IsGet, string Path, string Body)
{
    private const string Length = "\r\nContent-Length: ";

    /// <returns><see langword="null"/> once the client closes the connection.</returns>
    /// <exception cref="IOException">The connection broke, or the request is too large.</exception>
    public static async Task<WireRequest?> ReadAsync(
        Stream connection, byte[] buffer, CancellationToken cancellationToken)
    {
        var read = 0;
        while (true)
        {
            if (buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                var head = Encoding.ASCII.GetString(buffer, 0, end + 2);
                var body = buffer.AsSpan((end + 4)..read);
                if ((IsChunked(head) ? ReadChunks(body) : ReadWhole(body, LengthOf(head))) is { } text)
                {
                    return Of(head, text);
                }
            }

            if (read == buffer.Length)
            {
                throw new IOException("A request is larger than anything this bench sends.");
            }

            var count = await connection.ReadAsync(buffer.AsMemory(read), cancellationToken);
            if (count == 0)
            {
                return null;
            }

            read += count;
        }
    }

    // GET /2018-06-01/runtime/invocation/next HTTP/1.1
    // POST /2018-06-01/runtime/invocation/8476a536-.../response HTTP/1.1
    private static WireRequest Of(string head, string body) =>
        new(head.StartsWith("GET ", StringComparison.Ordinal), head.Split(' ', 3)[1], body);

    private static bool IsChunked(string head) =>
        head.Contains("\r\nTransfer-Encoding: chunked\r\n", StringComparison.OrdinalIgnoreCase);

    private static string? ReadWhole(ReadOnlySpan<byte> body, int bytes) =>
        body.Length == bytes ? Encoding.UTF8.GetString(body) : null;

    // 1f\r\n<31 bytes>\r\n ... 0\r\n\r\n
    private static string? ReadChunks(ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder();
        while (body.IndexOf("\r\n"u8) is var digits and > 0)
        {
            var bytes = int.Parse(body[..digits], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var rest = body[(digits + 2)..];
            if (bytes == 0)
            {
                return rest.EndsWith("\r\n"u8) ? text.ToString() : null;
            }

            if (rest.Length < bytes + 2)
            {
                return null;
            }

            text.Append(Encoding.UTF8.GetString(rest[..bytes]));
            body = rest[(bytes + 2)..];
        }

        return null;
    }

    private static int LengthOf(string head)
    {
        var start = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return 0;
        }

        var digits = head.AsSpan(start + Length.Length);
        return int.Parse(digits[..digits.IndexOf('\r')], CultureInfo.InvariantCulture);
    }
}
