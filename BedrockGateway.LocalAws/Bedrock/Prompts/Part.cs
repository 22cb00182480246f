using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Prompts;

/// <summary>A piece of what was said.</summary>
internal abstract record Part
{
    /// <summary>The texts of a list, one a line.</summary>
    public static string TextOf(IEnumerable<Part> parts) => string.Join(
        '\n', parts.OfType<TextPart>().Select(part => part.Text).Where(text => text.Length > 0));
}

internal sealed record TextPart(string Text) : Part;

/// <param name="MediaType">Type as its sender named it, such as <c>image/png</c>.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Size">Width and height that the file says it has.</param>
internal sealed record ImagePart(string MediaType, ReadOnlyMemory<byte> Bytes, ImageSize Size) : Part;

/// <summary>A document, video or other file that is counted and not looked into.</summary>
/// <param name="Text">What is counted: the text, or base64 of what is none.</param>
internal sealed record FilePart(string Text) : Part;

internal sealed record ToolUsePart(string Id, string Name, JsonNode? Input) : Part;

/// <param name="Id">The tool use that it answers.</param>
/// <param name="Content">What the tool said: text and images.</param>
internal sealed record ToolResultPart(string Id, IReadOnlyList<Part> Content) : Part;

/// <summary>What the model thought before it answered.</summary>
internal sealed record ReasoningPart(string Text) : Part;

/// <summary>A mark: everything before it may be taken from the cache the next time.</summary>
internal sealed record CachePart : Part;
