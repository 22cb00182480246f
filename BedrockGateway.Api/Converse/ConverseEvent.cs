using System.Text.Json;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Converse;

/// <summary>What one event of ConverseStream says; a whole reply of Converse can be read as the same events.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Block">Index of the block that it happened to, from 0.</param>
/// <param name="Text">The text, the thought, the signature, the piece of a tool's arguments, or why it ended.</param>
/// <param name="ToolId">Id of the tool's use that begins.</param>
internal readonly record struct ConverseEvent(
    ConverseEventKind Kind, int Block = 0, string Text = "", string ToolId = "")
{
    /// <summary>Reads one event of a stream; <see langword="null"/> if it says nothing to any dialect.</summary>
    public static ConverseEvent? Read(in EventFrame frame)
    {
        var reader = new Utf8JsonReader(frame.Payload.Span);
        if (!JsonElement.TryParseValue(ref reader, out var parsed)
            || parsed is not { ValueKind: JsonValueKind.Object } body)
        {
            return null;
        }

        var block = body.TryGetProperty("contentBlockIndex", out var index) ? index.GetInt32() : 0;
        return frame.Type switch
        {
            "contentBlockStart" when body.TryGetProperty("start", out var start)
                && start.TryGetProperty("toolUse", out var use) => new(
                    ConverseEventKind.ToolStart,
                    block,
                    use.GetProperty("name").GetString()!,
                    use.GetProperty("toolUseId").GetString()!),
            "contentBlockDelta" => ReadDelta(body.GetProperty("delta"), block),
            "contentBlockStop" => new(ConverseEventKind.BlockStop, block),
            "messageStop" => new(ConverseEventKind.Stop, Text: body.GetProperty("stopReason").GetString()!),
            _ => null,
        };
    }

    /// <summary>Reads the reply of Converse as the events that a stream of it would have.</summary>
    public static IEnumerable<ConverseEvent> ReadAll(JsonElement reply)
    {
        var block = 0;
        var message = reply.GetProperty("output").GetProperty("message");
        foreach (var content in message.GetProperty("content").EnumerateArray())
        {
            foreach (var said in ReadBlock(content, block))
            {
                yield return said;
            }

            yield return new(ConverseEventKind.BlockStop, block++);
        }

        yield return new(ConverseEventKind.Stop, Text: reply.GetProperty("stopReason").GetString()!);
    }

    private static IEnumerable<ConverseEvent> ReadBlock(JsonElement content, int block)
    {
        if (content.TryGetProperty("toolUse", out var use))
        {
            yield return new(
                ConverseEventKind.ToolStart,
                block,
                use.GetProperty("name").GetString()!,
                use.GetProperty("toolUseId").GetString()!);
            yield return new(ConverseEventKind.ToolInput, block, use.GetProperty("input").GetRawText());
        }
        else if (content.TryGetProperty("reasoningContent", out var thought)
            && thought.TryGetProperty("reasoningText", out var told))
        {
            yield return new(ConverseEventKind.Reasoning, block, told.GetProperty("text").GetString()!);
            if (told.TryGetProperty("signature", out var seal))
            {
                yield return new(ConverseEventKind.Signature, block, seal.GetString()!);
            }
        }
        else if (ReadDelta(content, block) is { } piece)
        {
            yield return piece;
        }
    }

    private static ConverseEvent? ReadDelta(JsonElement delta, int block)
    {
        if (delta.TryGetProperty("text", out var text))
        {
            return new(ConverseEventKind.Text, block, text.GetString()!);
        }

        if (delta.TryGetProperty("toolUse", out var use))
        {
            return new(ConverseEventKind.ToolInput, block, use.GetProperty("input").GetString()!);
        }

        if (!delta.TryGetProperty("reasoningContent", out var thought))
        {
            return null;
        }

        return thought.TryGetProperty("text", out var told)
            ? new(ConverseEventKind.Reasoning, block, told.GetString()!)
            : thought.TryGetProperty("signature", out var seal)
                ? new(ConverseEventKind.Signature, block, seal.GetString()!)
                : thought.TryGetProperty("redactedContent", out var hidden)
                    ? new(ConverseEventKind.Redacted, block, hidden.GetString()!)
                    : null;
    }

    // A record would print the reply.
    public override string ToString() => $"{Kind} {Block}";
}

internal enum ConverseEventKind
{
    /// <summary>A piece of text.</summary>
    Text,

    /// <summary>A piece of a thought.</summary>
    Reasoning,

    /// <summary>The seal on a thought.</summary>
    Signature,

    /// <summary>An encrypted thought, in Base64.</summary>
    Redacted,

    /// <summary>The use of a tool begins; the text is the tool's name.</summary>
    ToolStart,

    /// <summary>A piece of the JSON of a tool's arguments.</summary>
    ToolInput,

    /// <summary>A block is complete.</summary>
    BlockStop,

    /// <summary>The message is complete; the text is Bedrock's stop reason.</summary>
    Stop,
}
