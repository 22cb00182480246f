namespace BedrockGateway.Bench.Streams.Upstream;

/// <summary>In which steps the upstream writes a stream.</summary>
internal interface IStreamScript
{
    Task WriteAsync(Stream connection, StreamBytes bytes);
}
