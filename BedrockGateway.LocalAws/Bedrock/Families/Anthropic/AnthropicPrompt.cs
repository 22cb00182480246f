using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Families.Anthropic;

/// <summary>A body of Anthropic's Messages API as a prompt.</summary>
internal static class AnthropicPrompt
{
    /// <exception cref="Wire.AwsFault"><c>ValidationException</c>: an image is none.</exception>
    public static Prompt Read(JsonObject body) =>
        new([.. ModelBody.ObjectsOf(body["messages"]).Select(ReadTurn)])
        {
            System = AnthropicContent.Read(body["system"]),
            Tools = [.. ModelBody.ObjectsOf(body["tools"]).Select(ReadTool)],
            Choice = ReadChoice(body),
            MaxTokens = body.IntAt("max_tokens") ?? int.MaxValue,
            StopSequences = body.TextsAt("stop_sequences"),
            Reasons = body.TextAt("thinking/type") is "enabled" or "adaptive",
            Output = ReadFormat(body["output_format"]) ?? ReadFormat(body.At("output_config/format")),
        };

    private static Turn ReadTurn(JsonObject message) =>
        new(message.TextAt("role"), AnthropicContent.Read(message["content"]));

    private static ToolSpec ReadTool(JsonObject tool) => new(
        tool.TextAt("name"), tool.TextAt("description"), tool["input_schema"], AnthropicContent.IsCached(tool));

    private static ToolChoice ReadChoice(JsonObject body) => body.TextAt("tool_choice/type") switch
    {
        "any" => new(ToolMode.Any),
        "tool" => new(ToolMode.Named, body.TextAt("tool_choice/name")),
        "none" => new(ToolMode.None),
        _ => ToolChoice.Auto,
    };

    private static OutputFormat? ReadFormat(JsonNode? format) =>
        format is JsonObject json && json.TextAt("type") == "json_schema" ? new(json["schema"]) : null;
}
