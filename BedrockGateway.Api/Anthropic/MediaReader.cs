using System.Text;
using System.Text.RegularExpressions;
using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Reads the images and documents of a request for Converse.</summary>
internal sealed partial class MediaReader
{
    // Converse's own limit of a name.
    private const int MaxNameChars = 200;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    // {"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBORw0K..."}}
    public static MediaBlock ReadImage(RequestPart block)
    {
        var source = block.Need("source");
        SourceCheck.RefuseSource(source);
        var type = source.Need("media_type");
        var format = type.ToText() switch
        {
            "image/png" => "png",
            "image/jpeg" or "image/jpg" => "jpeg",
            "image/gif" => "gif",
            "image/webp" => "webp",
            _ => throw type.Wrong("Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'"),
        };
        return new("image", format, Name: null, source.Need("data").ToText());
    }

    /// <summary>Reads a document; one that is made of blocks is these blocks.</summary>
    /// <param name="block">The document.</param>
    /// <param name="readContent">Reads blocks.</param>
    // {"type":"document","title":"Q1","source":{"type":"base64","media_type":"application/pdf","data":"JVBERi0..."}}
    public IEnumerable<ConverseBlock> ReadDocument(
        RequestPart block, Func<RequestPart, IEnumerable<ConverseBlock>> readContent)
    {
        var source = block.Need("source");
        SourceCheck.RefuseSource(source);
        var type = source.Need("type");
        return type.ToText() switch
        {
            "base64" => [new MediaBlock("document", FormatOf(source), NameOf(block), source.Need("data").ToText())],
            "text" => [new MediaBlock("document", "txt", NameOf(block), Encode(source.Need("data").ToText()))],
            "content" => readContent(source.Need("content")),
            _ => throw type.Wrong("Input should be 'base64', 'text' or 'content'"),
        };
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string FormatOf(RequestPart source)
    {
        var type = source.Need("media_type");
        return type.ToText() switch
        {
            "application/pdf" => "pdf",
            "text/plain" => "txt",
            "text/markdown" => "md",
            "text/html" => "html",
            "text/csv" => "csv",
            "application/msword" => "doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
            "application/vnd.ms-excel" => "xls",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
            _ => throw type.Wrong("Input should be 'application/pdf' or 'text/plain'"),
        };
    }

    // Converse wants names of few characters, each once in a request.
    private string NameOf(RequestPart block)
    {
        var title = Strange().Replace(block.Find("title")?.ToText() ?? "", " ").Trim();
        var name = title.Length switch
        {
            0 => "document",
            > MaxNameChars - 8 => title[..(MaxNameChars - 8)].TrimEnd(),
            _ => title,
        };
        var unique = name;
        for (var next = 2; !_names.Add(unique); next++)
        {
            unique = $"{name} {next}";
        }

        return unique;
    }

    [GeneratedRegex(@"[^A-Za-z0-9()\[\]-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Strange();
}
