using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace BedrockGateway.Bench.Streams.Client;

/// <summary>
/// A client's one connection, kept between requests: the same few system calls whatever server is on the other side.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly ChunkedEnd _chunks = new();

    public Task OpenAsync(Uri server, CancellationToken cancellationToken) =>
        _socket.ConnectAsync(server.Host, server.Port, cancellationToken).AsTask();

    /// <summary>Sends a request and reads its reply to the end.</summary>
    /// <param name="request">Head and body, as they go over the wire.</param>
    /// <param name="begun">Called when the first byte of the body is here.</param>
    /// <param name="cancellationToken">Ends the wait; the connection is of no use then.</param>
    /// <exception cref="BenchException">The reply is not 200, or breaks off.</exception>
    public async Task<Exchange> SendAsync(
        ReadOnlyMemory<byte> request, Action? begun, CancellationToken cancellationToken)
    {
        var sent = Stopwatch.GetTimestamp();
        await _socket.SendAsync(request, cancellationToken);
        var (head, read) = await ReadHeadAsync(cancellationToken);
        var length = LengthOf(head);
        _chunks.Start();

        var part = read > head.Length ? _buffer.AsMemory(head.Length..read) : await ReceiveAsync(0, cancellationToken);
        var began = Stopwatch.GetTimestamp();
        begun?.Invoke();
        long bytes = part.Length;
        while (!(length is { } whole ? bytes >= whole : _chunks.Take(part.Span)))
        {
            part = await ReceiveAsync(0, cancellationToken);
            bytes += part.Length;
        }

        return new(sent, began, Stopwatch.GetTimestamp(), bytes);
    }

    public void Dispose() => _socket.Dispose();

    private async Task<(string Head, int Read)> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var read = 0;
        int end;
        do
        {
            read += (await ReceiveAsync(read, cancellationToken)).Length;
        }
        while ((end = _buffer.AsSpan(..read).IndexOf("\r\n\r\n"u8)) < 0);
        var head = Encoding.ASCII.GetString(_buffer, 0, end + 4);
        return head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal)
            ? (head, read)
            : throw new BenchException($"Expected 200, got {Encoding.UTF8.GetString(_buffer, 0, read)}");
    }

    private async ValueTask<Memory<byte>> ReceiveAsync(int start, CancellationToken cancellationToken)
    {
        var count = await _socket.ReceiveAsync(_buffer.AsMemory(start..), cancellationToken);
        return count > 0
            ? _buffer.AsMemory(start, count)
            : throw new BenchException("The server closed the connection in the middle of a reply.");
    }

    // null for a body in chunks.
    private static long? LengthOf(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var value = head.AsSpan(start + Name.Length);
        return long.Parse(value[..value.IndexOf('\r')], CultureInfo.InvariantCulture);
    }
}
