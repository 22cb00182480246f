#nullable enable
using System.Globalization;
using System.Net;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.ResponseStreaming;

/// <summary>What the Runtime API answered to a streamed response.</summary>
/// <param name="Status">The status.</param>
/// <param name="IsReusable">Whether the connection stays open and nothing of the answer is left on it.</param>
internal sealed record RuntimeApiReply(HttpStatusCode Status, bool IsReusable)
{
    private const int MaxBytes = 16 * 1024;

    // HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{"status":"OK"}
    /// <exception cref="IOException">The connection ended, or what came is no HTTP.</exception>
    public static async Task<RuntimeApiReply> ReadAsync(RuntimeApiConnection connection)
    {
        var buffer = new byte[1024];
        var read = 0;
        while (true)
        {
            if (read == buffer.Length)
            {
                Array.Resize(ref buffer, read < MaxBytes ? read * 2 : throw new IOException("The reply has no end."));
            }

            var count = await connection.ReceiveAsync(buffer.AsMemory(read));
            if (count == 0)
            {
                throw new IOException("The Runtime API closed the connection before it replied.");
            }

            read += count;
            if (TryRead(buffer.AsSpan(0, read), out var reply))
            {
                return reply;
            }
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> received, out RuntimeApiReply reply)
    {
        reply = new(default, false);
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var lines = Encoding.Latin1.GetString(received[..end]).Split("\r\n");
        if (lines[0].Split(' ') is not ["HTTP/1.1" or "HTTP/1.0", var number, ..]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new IOException("The Runtime API's reply is no HTTP/1.1.");
        }

        var body = received.Length - end - 4;
        var length = int.TryParse(Find(lines, "Content-Length"), CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : (int?)null;
        var isKept = lines[0].StartsWith("HTTP/1.1", StringComparison.Ordinal)
            && !string.Equals(Find(lines, "Connection"), "close", StringComparison.OrdinalIgnoreCase);
        reply = new((HttpStatusCode)status, isKept && body == length);
        return length is null || body >= length;
    }

    private static string? Find(string[] lines, string header)
    {
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon == header.Length && line.StartsWith(header, StringComparison.OrdinalIgnoreCase))
            {
                return line[(colon + 1)..].Trim();
            }
        }

        return null;
    }
}
