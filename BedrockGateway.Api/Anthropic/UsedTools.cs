using System.Runtime.InteropServices;
using System.Text.Json;

namespace BedrockGateway.Api.Anthropic;

/// <summary>
/// Stands in for the tools of a conversation that has used some, where the client does not send them any more: without
/// <c>tools</c>, Claude refuses uses and results.
/// </summary>
internal static class UsedTools
{
    /// <returns>The tools; <see langword="null"/> where none have to stand in.</returns>
    // {"type":"tool_use","id":"toolu_1","name":"get_weather","input":{"city":"Oslo"}}
    public static ReadOnlyMemory<byte>? Of(JsonElement root, List<JsonElement> messages)
    {
        if (HasTools(root))
        {
            return null;
        }

        var tools = new RawArray();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in messages.SelectMany(NamesIn).Where(name => known.Add(name.GetString()!)))
        {
            tools.Add(
            [
                .. "{\"name\":"u8,
                .. JsonMarshal.GetRawUtf8Value(name),
                .. ",\"description\":\"Used before.\",\"input_schema\":{\"type\":\"object\",\"properties\":{}}}"u8,
            ]);
        }

        return tools.IsEmpty ? default(ReadOnlyMemory<byte>?) : tools.ToBytes();
    }

    // Of another type than a list, they are for the model to refuse.
    private static bool HasTools(JsonElement root) => root.TryGetProperty("tools"u8, out var tools)
        && tools.ValueKind is not JsonValueKind.Null
        && (tools.ValueKind is not JsonValueKind.Array || tools.GetArrayLength() > 0);

    private static IEnumerable<JsonElement> NamesIn(JsonElement message) =>
        message.ValueKind is JsonValueKind.Object
        && message.TryGetProperty("content"u8, out var content)
        && content.ValueKind is JsonValueKind.Array
            ? content.EnumerateArray()
                .Where(block => ClaudeContent.IsOf(block, "tool_use"u8))
                .Select(block => ClaudeContent.Text(block, "name"u8))
                .OfType<JsonElement>()
            : [];
}
