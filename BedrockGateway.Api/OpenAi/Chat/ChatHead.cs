using System.Text.Encodings.Web;
using System.Text.Json;
using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.OpenAi.Chat;

/// <summary>What a completion and all its chunks begin with.</summary>
internal sealed class ChatHead(HttpContext http, string model, TimeProvider clock)
{
    private readonly JsonEncodedText _id = Encode($"chatcmpl-{RequestId.Of(http)}");
    private readonly JsonEncodedText _model = Encode(model);
    private readonly long _created = clock.GetUtcNow().ToUnixTimeSeconds();

    public void Write(Utf8JsonWriter json, string kind)
    {
        json.WriteString("id"u8, _id);
        json.WriteString("object"u8, kind);
        json.WriteNumber("created"u8, _created);
        json.WriteString("model"u8, _model);
    }

    private static JsonEncodedText Encode(string text) =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
