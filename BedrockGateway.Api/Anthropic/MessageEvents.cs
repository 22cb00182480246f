using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Upstream;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Makes the events of this dialect of ConverseStream's.</summary>
/// <remarks>
/// Source: https://platform.claude.com/docs/en/build-with-claude/streaming. Converse tells what was used after the
/// last event: the counts are in <c>message_delta</c>, and 0 in <c>message_start</c>.
/// </remarks>
/// <param name="exchange">The reply.</param>
/// <param name="answer">What of it the client sees.</param>
/// <param name="stops">The texts at which the client wanted it to stop.</param>
internal sealed class MessageEvents(ModelExchange exchange, FormattedAnswer answer, IReadOnlyList<string> stops)
    : IEventTranslator
{
    private readonly BlockEvents _blocks = new();
    private string? _stopReason;
    private bool _isStarted;

    public void Take(in EventFrame frame, EventWriter output)
    {
        if (!_isStarted)
        {
            _isStarted = true;
            output.Write("message_start"u8, exchange, WriteStart);
            output.Write("ping"u8, """{"type":"ping"}"""u8);
        }

        if (ConverseEvent.Read(frame) is not { } said)
        {
            return;
        }

        foreach (var seen in answer.Take(said))
        {
            if (seen.Kind is ConverseEventKind.Stop)
            {
                _stopReason = seen.Text;
            }
            else
            {
                _blocks.Take(seen, output);
            }
        }
    }

    /// <exception cref="BedrockFault">502: the reply broke off.</exception>
    public void End(EventWriter output)
    {
        if (_stopReason is null)
        {
            throw ReplyFault.BrokenOff();
        }

        _blocks.Close(output);
        output.Write("message_delta"u8, this, static (json, events) => events.WriteDelta(json));
        output.Write("message_stop"u8, """{"type":"message_stop"}"""u8);
    }

    private static void WriteStart(Utf8JsonWriter json, ModelExchange exchange)
    {
        json.WriteStartObject();
        json.WriteString("type", "message_start");
        json.WriteStartObject("message");
        json.WriteString("id", ReplyText.NewId());
        json.WriteString("type", "message");
        json.WriteString("role", "assistant");
        json.WriteString("model", exchange.ModelId);
        json.WriteStartArray("content");
        json.WriteEndArray();
        ReplyText.WriteStop(json, bedrocks: null, usesTool: false, []);
        ReplyText.WriteUsage(json, exchange);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteDelta(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "message_delta");
        json.WriteStartObject("delta");
        ReplyText.WriteStop(json, _stopReason, _blocks.UsesTool, stops);
        json.WriteEndObject();
        ReplyText.WriteUsage(json, exchange);
        json.WriteEndObject();
    }
}
