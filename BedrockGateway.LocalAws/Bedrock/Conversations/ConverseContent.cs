using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>Converse's content blocks, which Nova's own JSON shares.</summary>
internal static class ConverseContent
{
    /// <summary>What ends a prefix that may be cached.</summary>
    public const string CachePoint = "cachePoint";

    /// <exception cref="AwsFault"><c>ValidationException</c>: an image is none.</exception>
    public static IReadOnlyList<Part> Read(JsonNode? content) =>
        [.. ModelBody.ObjectsOf(content).Select(ReadBlock).OfType<Part>()];

    private static Part? ReadBlock(JsonObject block) => block.FirstOrDefault() switch
    {
        { Key: "text", Value: var text } => new TextPart(ModelBody.TextOf(text) ?? string.Empty),
        { Key: "json", Value: { } json } => new TextPart(json.ToJsonString()),
        { Key: CachePoint } => new CachePart(),
        { Key: var kind, Value: JsonObject value } => ReadStructure(kind, value),
        _ => null,
    };

    private static Part? ReadStructure(string kind, JsonObject value) => kind switch
    {
        "image" => ReadImage(value),
        "document" => new FilePart(FileText(value)),
        "video" or "audio" => new FilePart(value.TextAt("source/bytes")),
        "toolUse" => new ToolUsePart(value.TextAt("toolUseId"), value.TextAt("name"), value["input"]),
        "toolResult" => new ToolResultPart(value.TextAt("toolUseId"), Read(value["content"])),
        "reasoningContent" => new ReasoningPart(value.TextAt("reasoningText/text")),
        "guardContent" => new TextPart(value.TextAt("text/text")),
        "citationsContent" => new TextPart(Part.TextOf(Read(value["content"]))),
        _ => null,
    };

    private static ImagePart ReadImage(JsonObject image) => image.At("source/s3Location") is null
        ? Base64Image.Read($"image/{image.TextAt("format")}", image.TextAt("source/bytes"))
        : throw AwsFault.NotEmulated("bedrock-runtime", "Converse with images in S3");

    private static string FileText(JsonObject file)
    {
        if (file.At("source/bytes") is not { } source)
        {
            return file.TextAt("source/text") + Part.TextOf(Read(file.At("source/content")));
        }

        var base64 = ModelBody.TextOf(source) ?? string.Empty;
        var bytes = new byte[base64.Length];
        return file.TextAt("format") is "txt" or "md" or "csv" or "html"
            && Convert.TryFromBase64String(base64, bytes, out var length)
                ? Encoding.UTF8.GetString(bytes, 0, length)
                : base64;
    }
}
