namespace BedrockGateway.Bench.Streams.Upstream;

/// <summary>Writes many events as fast as they are taken.</summary>
internal sealed class FloodScript(int events) : IStreamScript
{
    private const int EventsOfOneWrite = 100;

    public async Task WriteAsync(Stream connection, StreamBytes bytes)
    {
        await connection.WriteAsync(bytes.Opening);
        byte[] many = [.. Enumerable.Repeat(bytes.Delta, EventsOfOneWrite).SelectMany(delta => delta)];
        for (var written = 0; written < events; written += EventsOfOneWrite)
        {
            await connection.WriteAsync(many);
        }

        await connection.WriteAsync(bytes.Closing);
    }
}
