using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BedrockGateway.Api.OpenAi.Replies;

/// <summary>Replies of one JSON object.</summary>
internal static class JsonReply
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static async Task SendAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        var body = ToBytes(write);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    public static ReadOnlyMemory<byte> ToBytes(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(body, Plain);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }
}
