using System.Buffers;
using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;

namespace Amazon.Lambda.Core.ResponseStreaming;

/// <summary>Status and headers of a streamed HTTP response; they go before its first byte.</summary>
[RequiresPreviewFeatures(LambdaResponseStreamFactory.PreviewMessage)]
public class HttpResponseStreamPrelude
{
    public HttpStatusCode? StatusCode { get; set; }

    /// <summary>Headers with one value each, as function URLs take them.</summary>
    public IDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>Headers with all their values, as REST APIs take them.</summary>
    public IDictionary<string, IList<string>> MultiValueHeaders { get; set; } = new Dictionary<string, IList<string>>();

    /// <summary>Values of <c>Set-Cookie</c>.</summary>
    public IList<string> Cookies { get; set; } = new List<string>();

    // {"statusCode":200,"headers":{"a":"b"},"multiValueHeaders":{"c":["d"]},"cookies":["e=f"]}; what is empty is absent.
    internal byte[] ToByteArray()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (StatusCode is { } status)
            {
                writer.WriteNumber("statusCode"u8, (int)status);
            }

            WriteHeaders(writer);
            WriteMultiValueHeaders(writer);
            if (Cookies is { Count: > 0 })
            {
                writer.WritePropertyName("cookies"u8);
                WriteList(writer, Cookies);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void WriteHeaders(Utf8JsonWriter writer)
    {
        if (Headers is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartObject("headers"u8);
        foreach (var (name, value) in Headers)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private void WriteMultiValueHeaders(Utf8JsonWriter writer)
    {
        if (MultiValueHeaders is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartObject("multiValueHeaders"u8);
        foreach (var (name, values) in MultiValueHeaders)
        {
            writer.WritePropertyName(name);
            WriteList(writer, values);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IList<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
