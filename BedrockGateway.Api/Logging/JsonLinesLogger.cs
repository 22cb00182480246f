using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BedrockGateway.Api.Logging;

// {"timestamp":"2026-01-02T03:04:05.678Z","level":"Information","category":"...","message":"...","Status":200}
internal sealed class JsonLinesLogger(string category, LogOutput output, TimeProvider clock) : ILogger
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", clock.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WriteString("level", logLevel.ToString());
            json.WriteString("category", category);
            json.WriteString("message", formatter(state, null));
            WriteFields(json, state as IReadOnlyList<KeyValuePair<string, object?>>);
            if (exception is not null)
            {
                // Without its message: that may quote what a client sent.
                json.WriteString("exception", exception.GetType().FullName);
                json.WriteString("frames", exception.StackTrace);
            }

            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>>? fields)
    {
        foreach (var (name, value) in fields ?? [])
        {
            switch (value)
            {
                case var _ when name == "{OriginalFormat}":
                    break;
                case int number:
                    json.WriteNumber(name, number);
                    break;
                case double number when double.IsFinite(number):
                    json.WriteNumber(name, number);
                    break;
                default:
                    json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                    break;
            }
        }
    }
}
