namespace BedrockGateway.Api.Logging;

/// <summary>Writes each log entry as one JSON line, at once: a frozen function keeps none back.</summary>
internal sealed class JsonLinesLoggerProvider(LogOutput output, TimeProvider clock) : ILoggerProvider
{
    private readonly Lock _writing = new();

    public ILogger CreateLogger(string categoryName) => new JsonLinesLogger(categoryName, this, clock);

    public void Write(string line)
    {
        lock (_writing)
        {
            output.Writer.WriteLine(line);
            output.Writer.Flush();
        }
    }

    public void Dispose()
    {
    }
}
