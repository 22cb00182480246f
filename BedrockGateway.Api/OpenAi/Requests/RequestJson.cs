using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.OpenAi.Requests;

/// <summary>JSON that a client sent, of which every text is known to be Unicode.</summary>
internal static class RequestJson
{
    /// <summary>Reads the body of a request, a JSON object.</summary>
    /// <exception cref="RequestFault">400: it is none.</exception>
    /// <exception cref="BadHttpRequestException">413: it is too long.</exception>
    public static async Task<(Field Root, ReadOnlyMemory<byte> Bytes)> ReadAsync(HttpContext http)
    {
        var bytes = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
        var root = TryParse(bytes) ?? throw RequestFault.Invalid("The request body is not valid JSON.");
        return root.ValueKind is JsonValueKind.Object
            ? (new Field(root), bytes)
            : throw RequestFault.Invalid("The request body must be a JSON object.");
    }

    /// <summary>Reads JSON that is a text of other JSON, such as a tool's arguments.</summary>
    /// <returns><see langword="null"/> where it is no JSON.</returns>
    public static JsonElement? TryParse(string json) => TryParse(Encoding.UTF8.GetBytes(json));

    private static JsonElement? TryParse(ReadOnlySpan<byte> json)
    {
        try
        {
            if (!Utf8.IsValid(json))
            {
                return null;
            }

            var reader = new Utf8JsonReader(json, JsonObjectEdit.Options);
            var value = JsonElement.ParseValue(ref reader);

            // Refuses whatever follows the value.
            return !reader.Read() && IsUnicode(json) ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // "\ud800" is JSON, but half a character: nobody can read it, nor write it again.
    private static bool IsUnicode(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\uD"u8) < 0 && json.IndexOf("\\ud"u8) < 0)
        {
            return true;
        }

        var reader = new Utf8JsonReader(json, JsonObjectEdit.Options);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
