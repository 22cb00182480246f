using System.Text;
using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.OpenAi.Replies;
using BedrockGateway.Api.Upstream;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.OpenAi.Responses;

/// <summary>The events of a response.</summary>
// event: response.output_text.delta
// data: {"type":"response.output_text.delta","sequence_number":4,"item_id":"msg_1","output_index":0,
//   "content_index":0,"delta":"Hel","logprobs":[]}
internal sealed class ResponseEvents(ModelExchange exchange, ResponseState state, ReplyView view) : IEventTranslator
{
    private int _sequence;

    /// <summary>How many events there were; the number of the next.</summary>
    public int Sequence => _sequence;

    public ResponseState State => state;

    public void Take(in EventFrame frame, EventWriter output)
    {
        if (_sequence == 0)
        {
            WriteResponse(output, "response.created");
            WriteResponse(output, "response.in_progress");
        }

        if (ConverseEvent.Read(frame) is { } said)
        {
            foreach (var seen in view.Take(said))
            {
                Take(seen, output);
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

        WriteResponse(output, $"response.{state.Status}", isLast: true);
    }

    private void Take(in ConverseEvent seen, EventWriter output)
    {
        switch (seen.Kind)
        {
            case ConverseEventKind.Text or ConverseEventKind.Reasoning:
                Add(seen.Text, state.OpenFor(seen) ?? Open(seen, output), output);
                break;
            case ConverseEventKind.ToolStart:
                Open(seen, output);
                break;
            case ConverseEventKind.ToolInput when state.OpenFor(seen) is { } use:
                Add(seen.Text, use, output);
                break;
            case ConverseEventKind.Stop:
                Close(output);
                state.StopReason = seen.Text;
                break;
            default:
                break;
        }
    }

    private OutputItem Open(in ConverseEvent seen, EventWriter output)
    {
        Close(output);
        var item = state.Begin(seen);
        WriteItem(output, "response.output_item.added", item);
        if (item.Kind is not OutputKind.ToolUse)
        {
            WritePart(output, "response.content_part.added", item, "");
        }

        return item;
    }

    private void Add(string text, OutputItem item, EventWriter output)
    {
        item.Text.Append(text);
        Write(output, $"response.{NameOf(item)}.delta", item, json =>
        {
            WritePlace(json, item);
            json.WriteString("delta", text);
        });
    }

    private void Close(EventWriter output)
    {
        if (state.Items is not [.., { IsDone: false } item])
        {
            return;
        }

        item.IsDone = true;
        var text = item.Text.ToString();
        Write(output, $"response.{NameOf(item)}.done", item, json =>
        {
            WritePlace(json, item);
            json.WriteString(item.Kind is OutputKind.ToolUse ? "arguments" : "text", text);
        });
        if (item.Kind is not OutputKind.ToolUse)
        {
            WritePart(output, "response.content_part.done", item, text);
        }

        WriteItem(output, "response.output_item.done", item);
    }

    private static string NameOf(OutputItem item) => item.Kind switch
    {
        OutputKind.Message => "output_text",
        OutputKind.Reasoning => "reasoning_text",
        _ => "function_call_arguments",
    };

    private static void WritePlace(Utf8JsonWriter json, OutputItem item)
    {
        if (item.Kind is OutputKind.ToolUse)
        {
            return;
        }

        json.WriteNumber("content_index", 0);
        if (item.Kind is OutputKind.Message)
        {
            json.WriteStartArray("logprobs");
            json.WriteEndArray();
        }
    }

    private void WriteItem(EventWriter output, string type, OutputItem item) => Write(output, type, json =>
    {
        json.WriteNumber("output_index", item.Index);
        json.WritePropertyName("item");
        item.WriteTo(json);
    });

    private void WritePart(EventWriter output, string type, OutputItem item, string text) =>
        Write(output, type, item, json =>
        {
            json.WriteNumber("content_index", 0);
            json.WritePropertyName("part");
            item.WritePart(json, text);
        });

    private void WriteResponse(EventWriter output, string type, bool isLast = false) => Write(output, type, json =>
    {
        json.WriteStartObject("response");
        state.WriteTo(json, isLast ? exchange.Tokens : null);
        json.WriteEndObject();
    });

    private void Write(EventWriter output, string type, OutputItem item, Action<Utf8JsonWriter> write) =>
        Write(output, type, json =>
        {
            json.WriteString("item_id", item.Id);
            json.WriteNumber("output_index", item.Index);
            write(json);
        });

    private void Write(EventWriter output, string type, Action<Utf8JsonWriter> write) => output.Write(
        Encoding.ASCII.GetBytes(type),
        (Type: type, Number: _sequence++, Write: write),
        static (json, state) =>
        {
            json.WriteStartObject();
            json.WriteString("type", state.Type);
            json.WriteNumber("sequence_number", state.Number);
            state.Write(json);
            json.WriteEndObject();
        });
}
