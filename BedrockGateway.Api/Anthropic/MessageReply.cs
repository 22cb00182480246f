using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Makes a message of this dialect of Converse's whole reply.</summary>
/// <param name="exchange">The reply.</param>
/// <param name="answer">What of it the client sees.</param>
/// <param name="stops">The texts at which the client wanted it to stop.</param>
internal sealed class MessageReply(ModelExchange exchange, FormattedAnswer answer, IReadOnlyList<string> stops)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _said = new();
    private string _seal = "";
    private ConverseEvent? _open;
    private bool _usesTool;

    /// <summary>Whether <see cref="Text"/> is wanted.</summary>
    public bool KeepsText { get; init; }

    /// <summary>The text of the answer, where it is wanted.</summary>
    public string? Text => KeepsText ? _said.ToString() : null;

    /// <exception cref="Upstream.BedrockFault">502: it is no reply of Converse's.</exception>
    public ReadOnlyMemory<byte> Write(JsonElement reply)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("id", ReplyText.NewId());
        json.WriteString("type", "message");
        json.WriteString("role", "assistant");
        json.WriteString("model", exchange.ModelId);
        json.WriteStartArray("content");
        string? stopReason = null;
        foreach (var said in ConverseEvent.ReadAll(reply))
        {
            foreach (var seen in answer.Take(said))
            {
                Take(json, seen);
                stopReason = seen.Kind is ConverseEventKind.Stop ? seen.Text : stopReason;
            }
        }

        json.WriteEndArray();
        ReplyText.WriteStop(json, stopReason, _usesTool, stops);
        ReplyText.WriteUsage(json, exchange);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private void Take(Utf8JsonWriter json, in ConverseEvent said)
    {
        switch (said.Kind)
        {
            case ConverseEventKind.ToolInput:
                _text.Append(said.Text);
                break;
            case ConverseEventKind.Signature:
                _seal = said.Text;
                break;
            case ConverseEventKind.BlockStop:
                WriteOpen(json);
                (_open, _seal) = (null, "");
                _text.Clear();
                break;
            case ConverseEventKind.Stop:
                break;
            default:
                _open = said;
                _text.Append(said.Kind is ConverseEventKind.ToolStart ? "" : said.Text);
                break;
        }
    }

    private void WriteOpen(Utf8JsonWriter json)
    {
        // An empty text would be refused when it comes back in a conversation.
        if (_open is not { } block || (block.Kind is ConverseEventKind.Text && _text.Length == 0))
        {
            return;
        }

        json.WriteStartObject();
        switch (block.Kind)
        {
            case ConverseEventKind.ToolStart:
                _usesTool = true;
                json.WriteString("type", "tool_use");
                json.WriteString("id", block.ToolId);
                json.WriteString("name", block.Text);
                json.WritePropertyName("input");
                json.WriteRawValue(_text.Length > 0 ? _text.ToString() : "{}", skipInputValidation: true);
                break;
            case ConverseEventKind.Reasoning:
                json.WriteString("type", "thinking");
                json.WriteString("thinking", _text.ToString());
                json.WriteString("signature", _seal);
                break;
            case ConverseEventKind.Redacted:
                json.WriteString("type", "redacted_thinking");
                json.WriteString("data", _text.ToString());
                break;
            default:
                json.WriteString("type", "text");
                json.WriteString("text", _text.ToString());
                _said.Append(KeepsText ? _text : null);
                break;
        }

        json.WriteEndObject();
    }
}
