namespace BedrockGateway.Api.Logging;

/// <summary>Writes each log entry as one JSON line.</summary>
internal sealed class JsonLinesLoggerProvider(LogOutput output, TimeProvider clock) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new JsonLinesLogger(categoryName, output, clock);

    public void Dispose()
    {
    }
}
