using System.Text;
using System.Text.Json;

namespace BedrockGateway.Api.OpenAi.Responses;

/// <summary>One item of a response's output.</summary>
/// <param name="kind">What it is.</param>
/// <param name="id">Its own id.</param>
/// <param name="index">Its place in the output.</param>
internal sealed class OutputItem(OutputKind kind, string id, int index)
{
    public OutputKind Kind => kind;

    public string Id => id;

    public int Index => index;

    /// <summary>Of a tool's use, its id.</summary>
    public string CallId { get; init; } = "";

    /// <summary>Of a tool's use, the tool's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The text, the thought or the arguments so far.</summary>
    public StringBuilder Text { get; } = new();

    public bool IsDone { get; set; }

    /// <summary>Writes it as it is now.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        switch (kind)
        {
            case OutputKind.Message:
                json.WriteString("type", "message");
                json.WriteString("status", Status);
                json.WriteString("role", "assistant");
                WriteContent(json);
                break;
            case OutputKind.Reasoning:
                json.WriteString("type", "reasoning");
                json.WriteStartArray("summary");
                json.WriteEndArray();
                WriteContent(json);
                break;
            default:
                json.WriteString("type", "function_call");
                json.WriteString("status", Status);
                json.WriteString("call_id", CallId);
                json.WriteString("name", Name);
                json.WriteString("arguments", Text.ToString());
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the only part of a message or a thought.</summary>
    public void WritePart(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        if (kind is OutputKind.Message)
        {
            json.WriteString("type", "output_text");
            json.WriteString("text", text);
            json.WriteStartArray("annotations");
            json.WriteEndArray();
            json.WriteStartArray("logprobs");
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("type", "reasoning_text");
            json.WriteString("text", text);
        }

        json.WriteEndObject();
    }

    private string Status => IsDone ? "completed" : "in_progress";

    // The part is told by an event of its own.
    private void WriteContent(Utf8JsonWriter json)
    {
        json.WriteStartArray("content");
        if (IsDone)
        {
            WritePart(json, Text.ToString());
        }

        json.WriteEndArray();
    }
}

/// <summary>What an item of the output is.</summary>
internal enum OutputKind
{
    Message,
    Reasoning,
    ToolUse,
}
