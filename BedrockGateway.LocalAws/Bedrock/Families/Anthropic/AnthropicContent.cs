using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Families.Anthropic;

/// <summary>Content of Anthropic's messages: a string, or blocks that may be marked for the cache.</summary>
internal static class AnthropicContent
{
    /// <exception cref="AwsFault"><c>ValidationException</c>: an image is none.</exception>
    public static IReadOnlyList<Part> Read(JsonNode? content) =>
        ModelBody.TextOf(content) is { } text
            ? [new TextPart(text)]
            : [.. ModelBody.ObjectsOf(content).SelectMany(ReadBlock)];

    public static bool IsCached(JsonObject block) => block["cache_control"] is JsonObject;

    private static IEnumerable<Part> ReadBlock(JsonObject block)
    {
        Part? part = block.TextAt("type") switch
        {
            "text" => new TextPart(block.TextAt("text")),
            "image" => ReadImage(block),
            "document" => new FilePart(block.TextAt("source/data")),
            "thinking" => new ReasoningPart(block.TextAt("thinking")),
            "tool_use" => new ToolUsePart(block.TextAt("id"), block.TextAt("name"), block["input"]),
            "tool_result" => new ToolResultPart(block.TextAt("tool_use_id"), Read(block["content"])),
            _ => null,
        };
        return (part, IsCached(block)) switch
        {
            (null, _) => [],
            (_, true) => [part, new CachePart()],
            _ => [part],
        };
    }

    private static ImagePart ReadImage(JsonObject block) => block.TextAt("source/type") == "base64"
        ? Base64Image.Read(block.TextAt("source/media_type"), block.TextAt("source/data"))
        : throw new AwsFault(
            "ValidationException", $"Image source type '{block.TextAt("source/type")}' is not supported; use 'base64'.");
}
