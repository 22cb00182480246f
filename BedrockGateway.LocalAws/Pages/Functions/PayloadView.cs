using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Pages.Masking;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary>An event or a reply as it is shown.</summary>
/// <param name="Text">Masked; JSON in lines.</param>
/// <param name="Body">
/// The <c>body</c> of a request or reply of API Gateway where it is JSON, and that of a streamed reply, likewise.
/// </param>
/// <param name="Bytes">Size of all of it, before it was masked.</param>
/// <param name="IsCut">Whether only the beginning is shown.</param>
internal sealed record PayloadView(string Text, string? Body, int Bytes, bool IsCut)
{
    private const int MaxChars = 256 * 1024;

    public static PayloadView Of(ReadOnlyMemory<byte> payload)
    {
        if (StreamedPayload.Read(payload.Span) is var (head, streamed))
        {
            return Cut($"{head}\n\n{streamed}", streamed, payload.Length);
        }

        var text = Encoding.UTF8.GetString(payload.Span);
        if (!EmbeddedJson.TryParse(text, out var node))
        {
            // A message in quotes, or no JSON at all.
            return Cut(SecretNames.AreIn(text) ? SecretMask.Text : SecretMask.OfText(text), null, payload.Length);
        }

        var masked = SecretMask.Of(node);
        var body = masked is JsonObject reply
            && reply["body"] is { } value
            && value.GetValueKind() == JsonValueKind.String
            && EmbeddedJson.TryParse(value.GetValue<string>(), out var inner)
            ? inner.ToLines()
            : null;
        return Cut(masked.ToLines(), body, payload.Length);
    }

    private static PayloadView Cut(string text, string? body, int bytes) => new(
        text.Length > MaxChars ? text[..MaxChars] : text,
        body?.Length > MaxChars ? body[..MaxChars] : body,
        bytes,
        text.Length > MaxChars);
}
