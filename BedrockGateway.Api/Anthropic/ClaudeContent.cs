using System.Runtime.InteropServices;
using System.Text.Json;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Anthropic;

/// <summary>What a message holds, without the blank texts for which Claude refuses it.</summary>
internal static class ClaudeContent
{
    /// <summary>What is to be done about a message's content.</summary>
    public static ContentState StateOf(JsonElement content)
    {
        switch (content.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return ContentState.Empty;
            case JsonValueKind.String:
                return IsBlank(content) ? ContentState.Empty : ContentState.Good;
            case JsonValueKind.Array:
                break;
            default:
                // For the model to refuse.
                return ContentState.Good;
        }

        var (isEmpty, hasBlanks) = (true, false);
        foreach (var block in content.EnumerateArray())
        {
            var isBlank = IsBlankText(block);
            isEmpty &= isBlank;
            hasBlanks |= isBlank || ResultWithBlanks(block) is not null;
        }

        return isEmpty ? ContentState.Empty : hasBlanks ? ContentState.WithBlanks : ContentState.Good;
    }

    /// <summary>Writes a list of blocks without blank texts, each of the others as it came.</summary>
    public static ReadOnlyMemory<byte> WithoutBlanks(JsonElement blocks)
    {
        var kept = new RawArray();
        foreach (var block in blocks.EnumerateArray().Where(block => !IsBlankText(block)))
        {
            var raw = JsonMarshal.GetRawUtf8Value(block);
            kept.Add(ResultWithBlanks(block) is { } content
                ? JsonObjectEdit.Apply(raw, [.. "\"content\":"u8, .. WithoutBlanks(content).Span], "content").Span
                : raw);
        }

        return kept.ToBytes();
    }

    /// <summary>Whether a string has nothing to read in it.</summary>
    public static bool IsBlank(JsonElement text)
    {
        // Long texts are not unescaped only to see that they begin with a letter.
        var rest = JsonMarshal.GetRawUtf8Value(text)[1..^1];
        while (!rest.IsEmpty)
        {
            switch (rest)
            {
                case [(byte)' ', ..]:
                    rest = rest[1..];
                    break;
                case [(byte)'\\', (byte)'n' or (byte)'r' or (byte)'t', ..]:
                    rest = rest[2..];
                    break;
                case [(byte)'\\' or >= 0x80, ..]:
                    return string.IsNullOrWhiteSpace(text.GetString());
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether a block is a text in which something can be read.</summary>
    public static bool IsText(JsonElement block) => IsOf(block, "text"u8) && !IsBlankText(block);

    /// <summary>Whether a block is of a type.</summary>
    public static bool IsOf(JsonElement block, ReadOnlySpan<byte> type) => Text(block, "type"u8) is { } found
        && found.ValueEquals(type);

    /// <summary>A property that is a string; <see langword="null"/> where there is none.</summary>
    public static JsonElement? Text(JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.ValueKind is JsonValueKind.Object
        && parent.TryGetProperty(name, out var text)
        && text.ValueKind is JsonValueKind.String
            ? text
            : null;

    private static bool IsBlankText(JsonElement block) =>
        IsOf(block, "text"u8) && Text(block, "text"u8) is { } text && IsBlank(text);

    // {"type":"tool_result","tool_use_id":"toolu_1","content":[{"type":"text","text":""}]}
    private static JsonElement? ResultWithBlanks(JsonElement block) =>
        IsOf(block, "tool_result"u8)
        && block.TryGetProperty("content"u8, out var content)
        && content.ValueKind is JsonValueKind.Array
        && content.EnumerateArray().Any(IsBlankText)
            ? content
            : null;
}

/// <summary>What is to be done about a message's content.</summary>
internal enum ContentState
{
    /// <summary>Nothing.</summary>
    Good,

    /// <summary>Some texts have to go.</summary>
    WithBlanks,

    /// <summary>Nothing is in it, or nothing but blank texts.</summary>
    Empty,
}
