using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Upstream;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Models;

/// <summary>The events of POST /bedrock: pieces of text, then why it ended and what it used.</summary>
// data: {"text":"Hel"}
// data: {"stopReason":"end_turn","usage":{"inputTokens":12,"outputTokens":3}}
internal sealed class TextEvents(ModelExchange exchange, ModelReplies replies) : IEventTranslator
{
    public void Take(in EventFrame frame, EventWriter output)
    {
        if (replies.PickDelta(exchange.ModelId, frame.ToJson()) is { Length: > 0 } text)
        {
            output.Write([], text, static (json, text) =>
            {
                json.WriteStartObject();
                json.WriteString("text", text);
                json.WriteEndObject();
            });
        }
    }

    public void End(EventWriter output) => output.Write([], exchange, static (json, exchange) =>
    {
        json.WriteStartObject();
        json.WriteString("stopReason", exchange.FinishReason);
        json.WriteStartObject("usage");
        Write(json, "inputTokens", exchange.Tokens.Input);
        Write(json, "outputTokens", exchange.Tokens.Output);
        Write(json, "cacheReadInputTokens", exchange.Tokens.CacheRead);
        Write(json, "cacheWriteInputTokens", exchange.Tokens.CacheWrite);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, int? count)
    {
        if (count is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
