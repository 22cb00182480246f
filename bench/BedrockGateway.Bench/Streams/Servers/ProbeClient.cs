using System.Buffers.Binary;
using System.Net.Sockets;

namespace BedrockGateway.Bench.Streams.Servers;

/// <summary>Asks the probe in a process what only its own runtime can say.</summary>
internal sealed class ProbeClient
{
    private const byte Allocated = (byte)'a';
    private const byte Live = (byte)'l';

    private readonly string _socket = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    /// <summary>What has a process load the probe.</summary>
    public IEnumerable<(string Name, string Value)> Environment =>
    [
        ("DOTNET_STARTUP_HOOKS", Path.Combine(AppContext.BaseDirectory, "BedrockGateway.Bench.Probe.dll")),
        ("BENCH_PROBE_SOCKET", _socket),
    ];

    /// <summary>Bytes that the process has allocated since its start.</summary>
    public Task<long> AllocatedAsync(CancellationToken cancellationToken) => AskAsync(Allocated, cancellationToken);

    /// <summary>Bytes of its heap that are in use, after a full collection.</summary>
    public Task<long> LiveAsync(CancellationToken cancellationToken) => AskAsync(Live, cancellationToken);

    /// <summary>Removes what the process has left of it.</summary>
    public void Forget() => File.Delete(_socket);

    private async Task<long> AskAsync(byte question, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket), cancellationToken);
        await socket.SendAsync(new[] { question }, cancellationToken);
        var answer = new byte[sizeof(long)];
        await using var stream = new NetworkStream(socket);
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return BinaryPrimitives.ReadInt64LittleEndian(answer);
    }
}
