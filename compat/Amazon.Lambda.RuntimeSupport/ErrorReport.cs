#nullable enable
using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception as Lambda's Runtime API takes it.</summary>
internal static class ErrorReport
{
    private const int MaxBodyBytes = 256 * 1024;

    private static readonly JsonWriterOptions Indented =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // {"errorType":"T","errorMessage":"M","stackTrace":["at ...", ...],"cause":{...},"causes":[{...}, ...]}
    public static byte[] Body(Exception failure)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            WriteError(writer, failure);
        }

        return buffer.WrittenCount <= MaxBodyBytes
            ? buffer.WrittenSpan.ToArray()
            : """{"errorMessage": "Exception exceeded maximum payload size of 256KB."}"""u8.ToArray();
    }

    // {"working_directory":"/var/task","paths":["F"],
    //  "exceptions":[{"type":"T","message":"M","stack":[{"path":"F","line":1,"label":"L"}]}]}
    // It travels in a header: one line, and everything beyond ASCII escaped.
    public static string TraceCause(Exception failure)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var frames = new StackTrace(failure, fNeedFileInfo: true).GetFrames();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("working_directory"u8, Environment.CurrentDirectory);
            writer.WriteStartArray("exceptions"u8);
            WriteTracedException(writer, failure, frames);
            writer.WriteEndArray();
            writer.WriteStartArray("paths"u8);
            var paths = frames.Select(frame => frame.GetFileName()).OfType<string>();
            foreach (var path in paths.Distinct(StringComparer.Ordinal))
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    private static void WriteError(Utf8JsonWriter writer, Exception failure)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType"u8, failure.GetType().Name);
        writer.WriteString("errorMessage"u8, failure.Message);
        if (!string.IsNullOrEmpty(failure.StackTrace))
        {
            writer.WriteStartArray("stackTrace"u8);
            const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            foreach (var line in failure.StackTrace.Split('\n', Tidy))
            {
                writer.WriteStringValue(line);
            }

            writer.WriteEndArray();
        }

        if (failure.InnerException is { } cause)
        {
            writer.WritePropertyName("cause"u8);
            WriteError(writer, cause);
        }

        if (failure is AggregateException { InnerExceptions: { Count: > 0 } causes })
        {
            writer.WriteStartArray("causes"u8);
            foreach (var each in causes)
            {
                WriteError(writer, each);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteTracedException(Utf8JsonWriter writer, Exception failure, StackFrame[] frames)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, failure.GetType().Name);
        writer.WriteString("message"u8, failure.Message);
        writer.WriteStartArray("stack"u8);
        foreach (var frame in frames)
        {
            writer.WriteStartObject();
            if (frame.GetFileName() is { } path)
            {
                writer.WriteString("path"u8, path);
                writer.WriteNumber("line"u8, frame.GetFileLineNumber());
            }

            if (DiagnosticMethodInfo.Create(frame) is { } method)
            {
                writer.WriteString("label"u8, $"{method.DeclaringTypeName}.{method.Name}");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
