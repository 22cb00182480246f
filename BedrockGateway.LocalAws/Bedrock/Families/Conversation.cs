using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Turns of a chat, whose content is a string or a list of blocks that hold text.</summary>
internal static class Conversation
{
    /// <summary>What was said last by <c>user</c>; empty where the last word was an image.</summary>
    public static string LastUserText(JsonArray turns) => TextOf(turns
        .OfType<JsonObject>()
        .LastOrDefault(turn => turn.TextAt("role") == "user")?["content"]);

    /// <summary>Tokens of all text in the turns and in what stands beside them; at least one.</summary>
    public static int CountTokens(JsonArray turns, JsonNode? system = null) => Math.Max(
        1,
        TokenText.Count(TextOf(system))
            + turns.OfType<JsonObject>().Sum(turn => TokenText.Count(TextOf(turn["content"]))));

    /// <summary>The text of a string, of a block, or of a list of blocks, tool results included.</summary>
    public static string TextOf(JsonNode? content) => content switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray blocks => string.Join('\n', blocks.Select(TextOf).Where(text => text.Length > 0)),
        JsonObject block => TextOf(block["text"] ?? block["content"] ?? block["toolResult"]),
        _ => string.Empty,
    };
}
