#nullable enable
using System.Buffers;
using System.Net.Sockets;

namespace Amazon.Lambda.RuntimeSupport.ResponseStreaming;

/// <summary>One connection to the Runtime API, without an HTTP client: that cannot send trailers over HTTP/1.1.</summary>
internal sealed class RuntimeApiConnection(Socket socket, TimeProvider clock) : IDisposable
{
    // A frame that has been larger once is not kept that large.
    private const int KeptFrameBytes = 64 * 1024;

    private long _idleSince;

    /// <summary>Where the next bytes to send are put together.</summary>
    public ArrayBufferWriter<byte> Frame { get; private set; } = new(4096);

    /// <summary>Whether a response was sent over it before.</summary>
    public bool IsReused { get; private set; }

    public static async Task<RuntimeApiConnection> OpenAsync(string host, int port, TimeProvider clock)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, CancellationToken.None);
            return new(socket, clock);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether the other end still has it open, after a rest of at most the given length.</summary>
    // Readable with nothing asked for means closed, or something that no reply could be.
    public bool IsUsable(TimeSpan longestRest) =>
        clock.GetElapsedTime(_idleSince) < longestRest && !socket.Poll(0, SelectMode.SelectRead);

    public void Rest()
    {
        IsReused = true;
        _idleSince = clock.GetTimestamp();
        if (Frame.Capacity > KeptFrameBytes)
        {
            Frame = new(4096);
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        // Not cancelled: half a chunk would spoil the connection, and Lambda ends what takes too long.
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, CancellationToken.None)..];
        }
    }

    public ValueTask<int> ReceiveAsync(Memory<byte> buffer) =>
        socket.ReceiveAsync(buffer, SocketFlags.None, CancellationToken.None);

    public void Dispose() => socket.Dispose();
}
