using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace BedrockGateway.LocalAws;

/// <summary>Log lines for a person at a terminal: one line an event, such as <c>[aws] cognito-idp:SignUp 200 in 3.1 ms</c>.</summary>
public static class LocalAwsConsole
{
    /// <summary>
    /// A factory for <see cref="LocalAwsOptions.LoggerFactory"/>: what the emulator says from Information, what the web server
    /// below it says from Error. The caller disposes it.
    /// </summary>
    public static ILoggerFactory CreateLoggerFactory() => LoggerFactory.Create(logging => logging
        .AddFilter((category, level) => level >= LeastOf(category))
        .AddConsole(console => console.FormatterName = LineFormatter.FormatterName)
        .Services.AddSingleton<ConsoleFormatter, LineFormatter>());

    private static LogLevel LeastOf(string? category) => category switch
    {
        not null when category.StartsWith("BedrockGateway.", StringComparison.Ordinal) => LogLevel.Information,
        // Writes the stack of what it throws as well, and who starts the emulator says that in a sentence.
        "Microsoft.Extensions.Hosting.Internal.Host" => LogLevel.None,
        _ => LogLevel.Error,
    };

    private sealed class LineFormatter() : ConsoleFormatter(FormatterName)
    {
        public const string FormatterName = "local-aws";

        public override void Write<TState>(
            in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
        {
            var level = logEntry.LogLevel >= LogLevel.Warning ? $"{logEntry.LogLevel}: " : string.Empty;
            WriteLines($"{level}{logEntry.Formatter(logEntry.State, logEntry.Exception)}", textWriter);
            if (logEntry.Exception is { } defect)
            {
                WriteLines(defect.ToString(), textWriter);
            }
        }

        // What a function logs comes in several lines.
        private static void WriteLines(string text, TextWriter textWriter)
        {
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                textWriter.WriteLine($"[aws] {line}");
            }
        }
    }
}
