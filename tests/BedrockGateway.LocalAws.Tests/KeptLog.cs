using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.LocalAws.Tests;

/// <summary>Keeps every line that is logged, also when the emulator is gone.</summary>
internal sealed class KeptLog : ILoggerFactory
{
    private readonly ConcurrentQueue<(string Category, string Text)> _lines = new();

    public IEnumerable<string> Lines => _lines.Select(line => line.Text);

    /// <summary>Lines of the class of that name.</summary>
    public IEnumerable<string> Of(string name) =>
        _lines.Where(line => line.Category.EndsWith(name, StringComparison.Ordinal)).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Sink(categoryName, _lines);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Sink(string category, ConcurrentQueue<(string Category, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, $"{formatter(state, exception)}{exception}"));
    }
}
