using System.Globalization;
using System.Text;

namespace BedrockGateway.Bench.Functions;

/// <summary>One HTTP/1.1 request of a runtime client.</summary>
/// <param name="IsPoll">Whether it asks for the next event.</param>
/// <param name="Path">Path of its address.</param>
/// <param name="Body">Its body, as text.</param>
internal sealed record RuntimeRequest(bool IsPoll, string Path, string Body)
{
    private const string Length = "\r\nContent-Length: ";

    /// <returns><see langword="null"/> once the client closes the connection.</returns>
    /// <exception cref="IOException">The connection broke, or the body does not say how long it is.</exception>
    public static async Task<RuntimeRequest?> ReadAsync(
        Stream connection, byte[] buffer, CancellationToken cancellationToken)
    {
        var read = 0;
        while (true)
        {
            if (buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                var head = Encoding.ASCII.GetString(buffer, 0, end + 2);
                var bodyBytes = LengthOf(head);
                var bodyRead = read - end - 4;
                if (bodyRead == bodyBytes)
                {
                    return Of(head, Encoding.UTF8.GetString(buffer, end + 4, bodyBytes));
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
    private static RuntimeRequest Of(string head, string body) =>
        new(head.StartsWith("GET ", StringComparison.Ordinal), head.Split(' ', 3)[1], body);

    private static int LengthOf(string head)
    {
        var start = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return head.Contains("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
                ? throw new IOException("A request came in chunks.")
                : 0;
        }

        var digits = head.AsSpan(start + Length.Length);
        return int.Parse(digits[..digits.IndexOf('\r')], CultureInfo.InvariantCulture);
    }
}
