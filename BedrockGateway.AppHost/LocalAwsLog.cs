using Microsoft.Extensions.Logging;

namespace BedrockGateway.AppHost;

/// <summary>What LocalAws says: on the console while there is no app model, then in the log of its resource.</summary>
internal sealed class LocalAwsLog : ILoggerProvider
{
    private ILogger? _resource;

    public void AttachTo(ILogger resource) => _resource = resource;

    public ILogger CreateLogger(string categoryName) => new Lines(this);

    public void Dispose() => _resource = null;

    private void Write(LogLevel level, string text)
    {
        if (_resource is not { } resource)
        {
            Console.WriteLine($"[{ResourceNames.Aws}] {text}");
        }
        else if (level >= LogLevel.Error)
        {
#pragma warning disable CA1848, CA2254 // The text is a whole line of somebody else's log.
            resource.LogError(text);
        }
        else
        {
            resource.LogInformation(text);
#pragma warning restore CA1848, CA2254
        }
    }

    private sealed class Lines(LocalAwsLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var level = logLevel >= LogLevel.Warning ? $"{logLevel}: " : string.Empty;
            foreach (var line in $"{level}{formatter(state, exception)}\n{exception}".TrimEnd().Split('\n'))
            {
                log.Write(logLevel, line);
            }
        }
    }
}
