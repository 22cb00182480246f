using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Families.Cohere;

/// <summary>A body of Command R as a prompt.</summary>
internal static class CommandRPrompt
{
    public static Prompt Read(JsonObject body) =>
        new([.. ModelBody.ObjectsOf(body["chat_history"]).Select(ReadTurn), LastTurn(body)])
        {
            System = body.TextAt("preamble") is { Length: > 0 } preamble ? [new TextPart(preamble)] : [],
            Tools = [.. ModelBody.ObjectsOf(body["tools"]).Select(ReadTool)],
            MaxTokens = body.IntAt("max_tokens") ?? int.MaxValue,
            StopSequences = body.TextsAt("stop_sequences"),
        };

    private static Turn ReadTurn(JsonObject turn) => new(
        turn.TextAt("role") == "CHATBOT" ? Turn.Assistant : Turn.User, [new TextPart(turn.TextAt("message"))]);

    // The message stays the same while tools are called, so their results come after it.
    private static Turn LastTurn(JsonObject body) => new(
        Turn.User,
        [
            new TextPart(body.TextAt("message")),
            .. ModelBody.ObjectsOf(body["tool_results"]).Select(result => new ToolResultPart(
                result.TextAt("call/name"), [new TextPart((result["outputs"] ?? new JsonArray()).ToJsonString())])),
        ]);

    private static ToolSpec ReadTool(JsonObject tool)
    {
        var definitions = tool["parameter_definitions"] as JsonObject ?? [];
        var required = definitions
            .Where(definition => (definition.Value as JsonObject)?["required"]?.GetValueKind() == JsonValueKind.True)
            .Select(definition => JsonValue.Create(definition.Key));
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(definitions.Select(definition => KeyValuePair.Create<string, JsonNode?>(
                definition.Key, new JsonObject { ["type"] = TypeOf(definition.Value as JsonObject) }))),
            ["required"] = new JsonArray([.. required]),
        };
        return new(tool.TextAt("name"), tool.TextAt("description"), schema);
    }

    // Python's names of types, such as str and List[int].
    private static string TypeOf(JsonObject? definition) => definition?.TextAt("type").ToLowerInvariant() switch
    {
        "int" => "integer",
        "float" => "number",
        "bool" => "boolean",
        { } type when type.StartsWith("list", StringComparison.Ordinal) => "array",
        { } type when type.StartsWith("dict", StringComparison.Ordinal) => "object",
        _ => "string",
    };
}
