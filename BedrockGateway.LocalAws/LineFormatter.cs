using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace BedrockGateway.LocalAws;

/// <summary>Text as it is, with <c>[aws]</c> before every line, so that others' lines can stand between.</summary>
internal sealed class LineFormatter() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "local-aws";

    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var level = logEntry.LogLevel >= LogLevel.Warning ? $"{logEntry.LogLevel}: " : string.Empty;
        WriteLines(textWriter, $"{level}{logEntry.Formatter(logEntry.State, logEntry.Exception)}");
        if (logEntry.Exception is { } defect)
        {
            WriteLines(textWriter, defect.ToString());
        }
    }

    private static void WriteLines(TextWriter writer, string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            writer.WriteLine($"[aws] {line}");
        }
    }
}
