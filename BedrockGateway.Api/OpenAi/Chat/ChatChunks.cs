using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.OpenAi.Replies;
using BedrockGateway.Api.Upstream;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.OpenAi.Chat;

/// <summary>The chunks of a completion.</summary>
// data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,
//   "delta":{"content":"Hel"},"logprobs":null,"finish_reason":null}]}
// data: [DONE]
internal sealed class ChatChunks(ModelExchange exchange, ChatHead head, ReplyView view, bool includesUsage)
    : IEventTranslator
{
    private const string Kind = "chat.completion.chunk";

    private bool _hasBegun;

    public void Take(in EventFrame frame, EventWriter output)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            output.Write([], this, static (json, chunks) => chunks.WriteFirst(json));
        }

        if (ConverseEvent.Read(frame) is { } said)
        {
            foreach (var seen in view.Take(said))
            {
                output.Write([], (Chunks: this, seen), static (json, state) => state.Chunks.Write(json, state.seen));
            }
        }
    }

    public void End(EventWriter output)
    {
        exchange.Text = view.Text is { Length: > 0 } text ? text : null;
        if (!view.IsComplete)
        {
            throw ReplyFault.BrokenOff();
        }

        if (includesUsage)
        {
            output.Write([], this, static (json, chunks) => chunks.WriteUsage(json));
        }

        output.Write([], "[DONE]"u8);
    }

    private void WriteFirst(Utf8JsonWriter json)
    {
        Begin(json);
        json.WriteString("role"u8, "assistant"u8);
        json.WriteString("content"u8, ""u8);
        json.WriteNull("refusal"u8);
        End(json, finishReason: null);
    }

    private void Write(Utf8JsonWriter json, in ConverseEvent seen)
    {
        Begin(json);
        switch (seen.Kind)
        {
            case ConverseEventKind.Text:
                json.WriteString("content"u8, seen.Text);
                break;
            case ConverseEventKind.Reasoning:
                json.WriteString("reasoning_content"u8, seen.Text);
                break;
            case ConverseEventKind.Signature:
                json.WriteString(ChatMessage.Signature, seen.Text);
                break;
            case ConverseEventKind.ToolStart or ConverseEventKind.ToolInput:
                WriteTool(json, seen);
                break;
            default:
                break;
        }

        End(json, seen.Kind is ConverseEventKind.Stop ? FinishReason.Of(seen.Text) : null);
    }

    private static void WriteTool(Utf8JsonWriter json, in ConverseEvent seen)
    {
        var isStart = seen.Kind is ConverseEventKind.ToolStart;
        json.WriteStartArray("tool_calls"u8);
        json.WriteStartObject();
        json.WriteNumber("index"u8, seen.Block);
        if (isStart)
        {
            json.WriteString("id"u8, seen.ToolId);
            json.WriteString("type"u8, "function"u8);
        }

        json.WriteStartObject("function"u8);
        if (isStart)
        {
            json.WriteString("name"u8, seen.Text);
        }

        json.WriteString("arguments"u8, isStart ? "" : seen.Text);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteUsage(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        head.Write(json, Kind);
        json.WriteStartArray("choices"u8);
        json.WriteEndArray();
        ChatUsage.Write(json, exchange.Tokens);
        json.WriteEndObject();
    }

    private void Begin(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        head.Write(json, Kind);
        json.WriteStartArray("choices"u8);
        json.WriteStartObject();
        json.WriteNumber("index"u8, 0);
        json.WriteStartObject("delta"u8);
    }

    private void End(Utf8JsonWriter json, string? finishReason)
    {
        json.WriteEndObject();
        json.WriteNull("logprobs"u8);
        json.WriteString("finish_reason"u8, finishReason);
        json.WriteEndObject();
        json.WriteEndArray();
        if (includesUsage)
        {
            json.WriteNull("usage"u8);
        }

        json.WriteEndObject();
    }
}
