using System.Buffers;
using System.Text.Json;

namespace BedrockGateway.Api.OpenAi.Requests;

/// <summary>The arguments of a tool, which clients send as a text of JSON.</summary>
internal static class ToolArguments
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    /// <summary>
    /// The arguments, a JSON object. What a model had not finished, or is none for another reason, is kept as a text:
    /// the model should still see what it said.
    /// </summary>
    public static JsonElement Parse(Field? arguments)
    {
        if (arguments is null or { IsObject: true })
        {
            return arguments?.Value ?? None;
        }

        var text = arguments.Text();
        return string.IsNullOrWhiteSpace(text)
            ? None
            : RequestJson.TryParse(text) is { ValueKind: JsonValueKind.Object } parsed ? parsed : Wrap(text);
    }

    private static JsonElement Wrap(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("arguments", text);
        json.WriteEndObject();
        json.Flush();
        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
