using System.Text;
using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Upstream;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Keeps the text of a stream for developers who asked for it, beside sending it on.</summary>
internal sealed class CapturedEvents(ModelExchange exchange, IEventTranslator events) : IEventTranslator
{
    private readonly StringBuilder _text = new();

    public void Take(in EventFrame frame, EventWriter output)
    {
        // Converse's and Claude's deltas both have the text there: {"delta":{"text":"Hel"}}
        if (frame.ToJson() is { ValueKind: JsonValueKind.Object } piece
            && piece.TryGetProperty("delta", out var delta)
            && delta.ValueKind is JsonValueKind.Object
            && delta.TryGetProperty("text", out var text)
            && text.ValueKind is JsonValueKind.String)
        {
            _text.Append(text.GetString());
        }

        events.Take(frame, output);
    }

    public void End(EventWriter output)
    {
        exchange.Text = _text.ToString();
        events.End(output);
    }
}
