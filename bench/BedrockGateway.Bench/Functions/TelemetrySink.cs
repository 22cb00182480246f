using BedrockGateway.Bench.Wire;

namespace BedrockGateway.Bench.Functions;

/// <summary>A collector that takes whatever it is sent over OTLP and HTTP, and keeps nothing.</summary>
internal sealed class TelemetrySink : IDisposable
{
    private const int LargestRequest = 1024 * 1024;

    private readonly RawServer _server = new(LargestRequest, TakeAsync);

    /// <summary>The environment of a process that exports all that it can.</summary>
    public IEnumerable<(string Name, string Value)> Environment =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{_server.Address}"),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_TRACES_SAMPLER", "always_on"),
    ];

    public void Dispose() => _server.Dispose();

    private static async Task TakeAsync(WireRequest request, Stream connection) =>
        await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
}
