using System.Net;
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

    /// <summary>What to throw when a stream has ended before its last event.</summary>
    public static BedrockFault BrokenOff() =>
        new(HttpStatusCode.BadGateway, "ModelStreamErrorException", "The model's reply broke off.");

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
            throw BrokenOff();
        }
    }

    private static bool Contains(ReadOnlySpan<byte> chunk) => chunk.IndexOf("amazon-bedrock-invocationMetrics"u8) >= 0;

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> chunk)
    {
        var reader = new Utf8JsonReader(chunk, JsonObjectEdit.Options);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
            {
                return reader.TokenType is JsonTokenType.String ? reader.ValueSpan : default;
            }

            reader.Skip();
        }

        return default;
    }
}
