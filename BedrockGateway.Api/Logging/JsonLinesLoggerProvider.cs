namespace BedrockGateway.Api.Logging;

/// <summary>Writes each log entry as one JSON line, at once: a frozen function keeps no line for its next invocation.</summary>
internal sealed class JsonLinesLoggerProvider(TextWriter output, TimeProvider clock) : ILoggerProvider
{
    private readonly Lock _writing = new();

    public ILogger CreateLogger(string categoryName) => new JsonLinesLogger(categoryName, this, clock);

    public void Write(string line)
    {
        lock (_writing)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    public void Dispose()
    {
    }
}
