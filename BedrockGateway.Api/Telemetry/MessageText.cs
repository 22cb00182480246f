using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Messages as the conventions write them, whatever the provider's JSON.</summary>
// [{"role":"user","parts":[{"type":"text","content":"Hello"}]}]
internal static class MessageText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Where models without messages have their prompt.
    private static readonly string[] Prompts = ["prompt", "inputText", "texts", "message"];

    /// <summary>The system's instructions, where there are any, and the messages of a request.</summary>
    public static (string? System, string Messages) Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, InvokeRequest.Options);
        var parameters = JsonElement.ParseValue(ref reader);
        var system = parameters.TryGetProperty("system", out var instructions)
            ? Write(json => WriteParts(json, instructions))
            : null;
        return (system, Write(json => WriteMessages(json, parameters)));
    }

    /// <summary>One message of text.</summary>
    public static string Write(string role, string text, string[] finishReasons) =>
        Write(role, JsonSerializer.SerializeToElement(text, ModelsJsonContext.Wire.String), finishReasons);

    /// <summary>One message.</summary>
    public static string Write(string role, JsonElement content, string[] finishReasons) => Write(json =>
    {
        json.WriteStartArray();
        WriteMessage(json, role, content, finishReasons.FirstOrDefault());
        json.WriteEndArray();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Plain);
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteMessages(Utf8JsonWriter json, JsonElement parameters)
    {
        json.WriteStartArray();
        if (parameters.TryGetProperty("messages", out var messages) && messages.ValueKind is JsonValueKind.Array)
        {
            foreach (var message in messages.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object))
            {
                var role = message.TryGetProperty("role", out var named) ? named.ToString() : "user";
                WriteMessage(json, role, message.TryGetProperty("content", out var content) ? content : default, null);
            }
        }

        foreach (var name in Prompts)
        {
            if (parameters.TryGetProperty(name, out var prompt))
            {
                WriteMessage(json, "user", prompt, finishReason: null);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, string role, JsonElement content, string? finishReason)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WritePropertyName("parts");
        WriteParts(json, content);
        if (finishReason is not null)
        {
            json.WriteString("finish_reason", finishReason);
        }

        json.WriteEndObject();
    }

    // "Hello", or [{"type":"text","text":"Hello"}], or [{"text":"Hello"}]; of what is no text only the kind is told.
    private static void WriteParts(Utf8JsonWriter json, JsonElement content)
    {
        json.WriteStartArray();
        var isList = content.ValueKind is JsonValueKind.Array;
        foreach (var part in isList ? content.EnumerateArray().AsEnumerable() : [content])
        {
            var text = TextOf(part);
            json.WriteStartObject();
            if (text.ValueKind is JsonValueKind.String)
            {
                json.WriteString("type", "text");
                json.WriteString("content", text.GetString());
            }
            else
            {
                json.WriteString("type", KindOf(part));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static JsonElement TextOf(JsonElement part) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty("text", out var text) ? text : part;

    private static string KindOf(JsonElement part) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty("type", out var kind) ? kind.ToString() : "other";
}
