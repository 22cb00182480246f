using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace BedrockGateway.Bench.Wire;

/// <summary>An HTTP/1.1 server on a raw socket of this machine: what it costs itself is next to nothing.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _largestRequest;
    private readonly Func<WireRequest, Stream, Task> _answer;

    /// <param name="largestRequest">Bytes that a request may have, its head included.</param>
    /// <param name="answer">Writes the reply to a request; the next one of the connection waits for it.</param>
    public RawServer(int largestRequest, Func<WireRequest, Stream, Task> answer)
    {
        (_largestRequest, _answer) = (largestRequest, answer);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Host and port.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                socket.NoDelay = true;
                _ = ServeAsync(new NetworkStream(socket, ownsSocket: true));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task ServeAsync(NetworkStream connection)
    {
        await using var _ = connection;
        var buffer = ArrayPool<byte>.Shared.Rent(_largestRequest);
        try
        {
            while (await WireRequest.ReadAsync(connection, buffer, CancellationToken.None) is { } request)
            {
                await _answer(request, connection);
            }
        }
        catch (IOException)
        {
            // The process on the other side was ended.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
