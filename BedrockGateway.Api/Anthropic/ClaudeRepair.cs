using System.Runtime.InteropServices;
using System.Text.Json;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Anthropic;

/// <summary>
/// Puts in order what Claude refuses though everybody knows what is meant: empty messages and blank texts, instructions
/// among the messages, and used tools without <c>tools</c>. Whatever is not concerned keeps its bytes.
/// </summary>
internal sealed class ClaudeRepair
{
    private readonly JsonElement _root;
    private readonly List<JsonElement> _messages = [];
    private readonly List<JsonElement> _instructions = [];
    private readonly bool _isNeeded;

    private ClaudeRepair(JsonElement root)
    {
        _root = root;
        if (!root.TryGetProperty("messages"u8, out var messages) || messages.ValueKind is not JsonValueKind.Array)
        {
            return;
        }

        foreach (var message in messages.EnumerateArray())
        {
            var isInstruction = IsInstruction(message);
            (isInstruction ? _instructions : _messages).Add(message);
            _isNeeded |= isInstruction || StateOf(message) is not ContentState.Good;
        }
    }

    /// <summary>The properties that take the place of the client's; of those that go, nothing is written.</summary>
    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Json)> Of(JsonElement root)
    {
        var repair = new ClaudeRepair(root);
        if (repair._isNeeded)
        {
            yield return ("messages", repair.Messages());
        }

        if (repair.NeedsSystem())
        {
            yield return ("system", repair.System());
        }

        if (UsedTools.Of(root, repair._messages) is { } tools)
        {
            yield return ("tools", tools);
        }
    }

    private static bool IsInstruction(JsonElement message) => ClaudeContent.Text(message, "role"u8) is { } role
        && (role.ValueEquals("system"u8) || role.ValueEquals("developer"u8));

    private static ContentState StateOf(JsonElement message) => message.ValueKind is not JsonValueKind.Object
        ? ContentState.Good
        : ClaudeContent.StateOf(ContentOf(message));

    private static JsonElement ContentOf(JsonElement message) =>
        message.TryGetProperty("content"u8, out var content) ? content : default;

    private ReadOnlyMemory<byte> Messages()
    {
        var written = new RawArray();
        for (var at = 0; at < _messages.Count; at++)
        {
            var message = _messages[at];
            var raw = JsonMarshal.GetRawUtf8Value(message);
            switch (StateOf(message))
            {
                case ContentState.Good:
                    written.Add(raw);
                    break;
                case ContentState.WithBlanks:
                    written.Add(WithContent(raw, ClaudeContent.WithoutBlanks(ContentOf(message)).Span));
                    break;
                case ContentState.Empty when at > 0 && at == _messages.Count - 1 && IsAssistants(message):
                    // Nothing to go on with.
                    break;
                default:
                    written.Add(WithContent(raw, "\"-\""u8));
                    break;
            }
        }

        if (_messages.Count == 0)
        {
            written.Add([.. "{\"role\":\"user\",\"content\":"u8, .. OnlyInstructions().Span, .. "}"u8]);
        }

        return written.ToBytes();
    }

    // Where nobody says anything else, the instructions are what the user says.
    private ReadOnlyMemory<byte> OnlyInstructions()
    {
        var written = new RawArray();
        AddInstructions(written);
        return written.IsEmpty ? "\"-\""u8.ToArray() : written.ToBytes();
    }

    private static bool IsAssistants(JsonElement message) =>
        ClaudeContent.Text(message, "role"u8) is { } role && role.ValueEquals("assistant"u8);

    private static ReadOnlySpan<byte> WithContent(ReadOnlySpan<byte> message, ReadOnlySpan<byte> content) =>
        JsonObjectEdit.Apply(message, [.. "\"content\":"u8, .. content], "content").Span;

    private bool NeedsSystem() => (_instructions.Count > 0 && _messages.Count > 0)
        || (_root.TryGetProperty("system"u8, out var system)
            && system.ValueKind is not JsonValueKind.Null
            && ClaudeContent.StateOf(system) is not ContentState.Good);

    private ReadOnlyMemory<byte> System()
    {
        var written = new RawArray();
        if (_root.TryGetProperty("system"u8, out var system))
        {
            AddTexts(written, system);
        }

        if (_messages.Count > 0)
        {
            AddInstructions(written);
        }

        return written.IsEmpty ? default : written.ToBytes();
    }

    private void AddInstructions(RawArray written) =>
        _instructions.ForEach(message => AddTexts(written, ContentOf(message)));

    // Only texts can be instructions.
    private static void AddTexts(RawArray written, JsonElement content)
    {
        if (content.ValueKind is JsonValueKind.Array)
        {
            foreach (var block in content.EnumerateArray().Where(ClaudeContent.IsText))
            {
                written.Add(JsonMarshal.GetRawUtf8Value(block));
            }
        }
        else if (content.ValueKind is JsonValueKind.String && !ClaudeContent.IsBlank(content))
        {
            written.Add([.. "{\"type\":\"text\",\"text\":"u8, .. JsonMarshal.GetRawUtf8Value(content), .. "}"u8]);
        }
    }
}
