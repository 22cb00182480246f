using System.Text.Json;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Anthropic;

/// <summary>
/// The blocks of a stream: each begins, grows and ends before the next, with indexes from 0. Converse begins texts and
/// thoughts without saying so, and leaves indexes out.
/// </summary>
internal sealed class BlockEvents
{
    private ConverseEvent? _open;
    private int _index;

    /// <summary>Whether one of the blocks asks for a tool.</summary>
    public bool UsesTool { get; private set; }

    public void Take(in ConverseEvent said, EventWriter output)
    {
        switch (said.Kind)
        {
            case ConverseEventKind.Text or ConverseEventKind.Reasoning when said.Text.Length > 0:
                Continue(said, output);
                Write(output, said);
                break;
            case ConverseEventKind.Signature:
                Continue(said with { Kind = ConverseEventKind.Reasoning }, output);
                Write(output, said);
                break;
            case ConverseEventKind.ToolStart or ConverseEventKind.Redacted:
                Close(output);
                Open(said, output);
                break;
            case ConverseEventKind.ToolInput when said.Text.Length > 0 && IsOpen(ConverseEventKind.ToolStart, said):
                Write(output, said);
                break;
            case ConverseEventKind.BlockStop when _open is { } open && open.Block == said.Block:
                Close(output);
                break;
            default:
                break;
        }
    }

    /// <summary>Ends the block that is open, if one is.</summary>
    public void Close(EventWriter output)
    {
        if (_open is null)
        {
            return;
        }

        _open = null;
        output.Write("content_block_stop"u8, _index++, static (json, index) =>
        {
            json.WriteStartObject();
            json.WriteString("type", "content_block_stop");
            json.WriteNumber("index", index);
            json.WriteEndObject();
        });
    }

    private bool IsOpen(ConverseEventKind kind, in ConverseEvent said) =>
        _open is { } open && open.Kind == kind && open.Block == said.Block;

    private void Continue(in ConverseEvent said, EventWriter output)
    {
        if (!IsOpen(said.Kind, said))
        {
            Close(output);
            Open(said, output);
        }
    }

    private void Open(in ConverseEvent said, EventWriter output)
    {
        _open = said;
        UsesTool |= said.Kind is ConverseEventKind.ToolStart;
        output.Write("content_block_start"u8, (_index, said), static (json, block) =>
        {
            json.WriteStartObject();
            json.WriteString("type", "content_block_start");
            json.WriteNumber("index", block._index);
            json.WriteStartObject("content_block");
            WriteEmpty(json, block.said);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void WriteEmpty(Utf8JsonWriter json, in ConverseEvent said)
    {
        switch (said.Kind)
        {
            case ConverseEventKind.ToolStart:
                json.WriteString("type", "tool_use");
                json.WriteString("id", said.ToolId);
                json.WriteString("name", said.Text);
                json.WriteStartObject("input");
                json.WriteEndObject();
                break;
            case ConverseEventKind.Reasoning:
                json.WriteString("type", "thinking");
                json.WriteString("thinking", "");
                json.WriteString("signature", "");
                break;
            case ConverseEventKind.Redacted:
                json.WriteString("type", "redacted_thinking");
                json.WriteString("data", said.Text);
                break;
            default:
                json.WriteString("type", "text");
                json.WriteString("text", "");
                break;
        }
    }

    private void Write(EventWriter output, in ConverseEvent said) =>
        output.Write("content_block_delta"u8, (_index, said), static (json, piece) =>
        {
            var (type, name) = piece.said.Kind switch
            {
                ConverseEventKind.Reasoning => ("thinking_delta", "thinking"),
                ConverseEventKind.Signature => ("signature_delta", "signature"),
                ConverseEventKind.ToolInput => ("input_json_delta", "partial_json"),
                _ => ("text_delta", "text"),
            };
            json.WriteStartObject();
            json.WriteString("type", "content_block_delta");
            json.WriteNumber("index", piece._index);
            json.WriteStartObject("delta");
            json.WriteString("type", type);
            json.WriteString(name, piece.said.Text);
            json.WriteEndObject();
            json.WriteEndObject();
        });
}
