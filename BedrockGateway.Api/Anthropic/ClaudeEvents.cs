using System.Text.Json;
using BedrockGateway.Api.Upstream;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Passes Claude's own events on as the bytes that came, under their names.</summary>
// chunk: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hel"}}
internal sealed class ClaudeEvents : IEventTranslator
{
    private const string Metrics = "amazon-bedrock-invocationMetrics";

    private bool _isComplete;

    public void Take(in EventFrame frame, EventWriter output)
    {
        var chunk = frame.Payload.Span;
        var name = NameOf(chunk);
        output.Write(name, Contains(chunk) ? JsonObjectEdit.Apply(chunk, [], Metrics).Span : chunk);
        if (name.SequenceEqual("message_start"u8))
        {
            output.Write("ping"u8, """{"type":"ping"}"""u8);
        }

        _isComplete |= name.SequenceEqual("message_stop"u8) || name.SequenceEqual("error"u8);
    }

    /// <exception cref="BedrockFault">502: the reply broke off.</exception>
    public void End(EventWriter output)
    {
        if (!_isComplete)
        {
            throw ReplyFault.BrokenOff();
        }
    }

    private static bool Contains(ReadOnlySpan<byte> chunk) => chunk.IndexOf("amazon-bedrock-invocationMetrics"u8) >= 0;

    // Reads it to its end: half an object would break the client's parser.
    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> chunk)
    {
        try
        {
            var reader = new Utf8JsonReader(chunk, JsonObjectEdit.Options);
            ReadOnlySpan<byte> name = default;
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            {
                throw ReplyFault.Unreadable();
            }

            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var isType = reader.ValueTextEquals("type"u8);
                reader.Read();
                name = isType && reader.TokenType is JsonTokenType.String ? reader.ValueSpan : name;
                reader.Skip();
            }

            return name;
        }
        catch (JsonException)
        {
            throw ReplyFault.Unreadable();
        }
    }
}
