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
    private static readonly (string Name, ConverseEventKind Kind)[] Thoughts =
    [
        ("text", ConverseEventKind.Reasoning),
        ("signature", ConverseEventKind.Signature),
        ("redactedContent", ConverseEventKind.Redacted),
    ];

    /// <summary>Reads one event of a stream; <see langword="null"/> if it says nothing to any dialect.</summary>
    /// <exception cref="BedrockFault">502: it is not what Converse sends.</exception>
    public static ConverseEvent? Read(in EventFrame frame)
    {
        try
        {
            return frame.Type switch
            {
                "contentBlockStart" => ReadStart(frame.ToJson()),
                "contentBlockDelta" when frame.ToJson() is var body =>
                    ReadDelta(body.GetProperty("delta"), BlockOf(body)),
                "contentBlockStop" => new(ConverseEventKind.BlockStop, BlockOf(frame.ToJson())),
                "messageStop" => new(ConverseEventKind.Stop, Text: TextOf(frame.ToJson(), "stopReason")),
                _ => null,
            };
        }
        catch (Exception fault) when (ReplyFault.IsShape(fault))
        {
            throw ReplyFault.Unreadable();
        }
    }

    /// <summary>Reads the reply of Converse as the events that a stream of it would have.</summary>
    /// <exception cref="BedrockFault">502: it is not what Converse answers.</exception>
    public static List<ConverseEvent> ReadAll(JsonElement reply)
    {
        try
        {
            List<ConverseEvent> events = [];
            var message = reply.GetProperty("output").GetProperty("message");
            foreach (var (block, content) in message.GetProperty("content").EnumerateArray().Index())
            {
                events.AddRange(ReadBlock(content, block));
                events.Add(new(ConverseEventKind.BlockStop, block));
            }

            events.Add(new(ConverseEventKind.Stop, Text: TextOf(reply, "stopReason")));
            return events;
        }
        catch (Exception fault) when (ReplyFault.IsShape(fault))
        {
            throw ReplyFault.Unreadable();
        }
    }

    private static IEnumerable<ConverseEvent> ReadBlock(JsonElement content, int block)
    {
        if (content.TryGetProperty("toolUse", out var use))
        {
            yield return StartOf(use, block);
            yield return new(ConverseEventKind.ToolInput, block, use.GetProperty("input").GetRawText());
        }
        else if (content.TryGetProperty("reasoningContent", out var thought)
            && thought.TryGetProperty("reasoningText", out var told))
        {
            yield return new(ConverseEventKind.Reasoning, block, TextOf(told, "text"));
            if (told.TryGetProperty("signature", out _))
            {
                yield return new(ConverseEventKind.Signature, block, TextOf(told, "signature"));
            }
        }
        else if (ReadDelta(content, block) is { } piece)
        {
            yield return piece;
        }
    }

    private static ConverseEvent? ReadStart(JsonElement body) =>
        body.TryGetProperty("start", out var start) && start.TryGetProperty("toolUse", out var use)
            ? StartOf(use, BlockOf(body))
            : null;

    private static ConverseEvent StartOf(JsonElement use, int block) =>
        new(ConverseEventKind.ToolStart, block, TextOf(use, "name"), TextOf(use, "toolUseId"));

    private static ConverseEvent? ReadDelta(JsonElement delta, int block)
    {
        if (delta.TryGetProperty("text", out _))
        {
            return new(ConverseEventKind.Text, block, TextOf(delta, "text"));
        }

        if (delta.TryGetProperty("toolUse", out var use))
        {
            return new(ConverseEventKind.ToolInput, block, TextOf(use, "input"));
        }

        return delta.TryGetProperty("reasoningContent", out var thought) ? ReadThought(thought, block) : null;
    }

    private static ConverseEvent? ReadThought(JsonElement thought, int block)
    {
        foreach (var (name, kind) in Thoughts)
        {
            if (thought.TryGetProperty(name, out _))
            {
                return new(kind, block, TextOf(thought, name));
            }
        }

        return null;
    }

    private static int BlockOf(JsonElement body) =>
        body.TryGetProperty("contentBlockIndex", out var index) ? index.GetInt32() : 0;

    private static string TextOf(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() ?? throw ReplyFault.Unreadable();

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
