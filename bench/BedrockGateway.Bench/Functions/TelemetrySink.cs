using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace BedrockGateway.Bench.Functions;

/// <summary>A collector that takes whatever it is sent over OTLP and HTTP, and keeps nothing.</summary>
internal sealed class TelemetrySink : IDisposable
{
    private const int LargestRequest = 1024 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public TelemetrySink()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The environment of a process that exports all that it can.</summary>
    public IEnumerable<(string Name, string Value)> Environment =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{_listener.LocalEndpoint}"),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_TRACES_SAMPLER", "always_on"),
    ];

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

    private static async Task ServeAsync(NetworkStream connection)
    {
        await using var _ = connection;
        var buffer = ArrayPool<byte>.Shared.Rent(LargestRequest);
        try
        {
            while (await RuntimeRequest.ReadAsync(connection, buffer, CancellationToken.None) is not null)
            {
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            }
        }
        catch (IOException)
        {
            // The process was ended.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
