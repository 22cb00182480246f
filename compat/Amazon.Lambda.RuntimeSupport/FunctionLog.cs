#nullable enable
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Lines on standard output, which Lambda collects: text, or JSON where <c>AWS_LAMBDA_LOG_FORMAT</c> is <c>JSON</c>;
/// with nothing added to them where <c>AWS_LAMBDA_HANDLER_LOG_FORMAT</c> is <c>Unformatted</c>.
/// </summary>
internal static class FunctionLog
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly bool IsJson = string.Equals(
        Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT"), "JSON", StringComparison.OrdinalIgnoreCase);

    private static readonly bool IsUnformatted = string.Equals(
        Environment.GetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_FORMAT"),
        "Unformatted",
        StringComparison.OrdinalIgnoreCase);

    public static void Write(LogLevel level, string? requestId, string? message, Exception? failure)
    {
        var time = TimeProvider.System.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture);
        Console.Out.WriteLine(
            IsUnformatted ? Join(message, failure)
            : IsJson ? JsonLine(time, level, requestId, message, failure)
            : TextLine(time, level, requestId, message, failure));
    }

    private static string TextLine(string time, LogLevel level, string? requestId, string? message, Exception? failure)
    {
        var label = level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            _ => "crit",
        };
        return $"{time}\t{requestId}\t{label}\t{Join(message, failure)}";
    }

    private static string Join(string? message, Exception? failure) =>
        $"{message}{(message is not null && failure is not null ? "\n" : string.Empty)}{failure}";

    private static string JsonLine(string time, LogLevel level, string? requestId, string? message, Exception? failure)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp"u8, time);
            writer.WriteString("level"u8, level.ToString());
            if (requestId is not null)
            {
                writer.WriteString("requestId"u8, requestId);
            }

            writer.WriteString("message"u8, message ?? failure?.Message);
            if (failure is not null)
            {
                writer.WriteString("errorType"u8, failure.GetType().FullName);
                writer.WriteString("errorMessage"u8, failure.Message);
                writer.WriteString("stackTrace"u8, failure.StackTrace);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
