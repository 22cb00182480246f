using System.Buffers.Text;
using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.OpenAi.Requests;

/// <summary>Images and documents that are in the request itself; nothing is fetched for a client.</summary>
// data:image/png;base64,iVBORw0KGgo=
internal static class DataUrl
{
    private const string Scheme = "data:";
    private const string Encoding = ";base64";

    private static readonly (string Type, string Kind, string Format)[] Types =
    [
        ("image/png", "image", "png"),
        ("image/jpeg", "image", "jpeg"),
        ("image/jpg", "image", "jpeg"),
        ("image/gif", "image", "gif"),
        ("image/webp", "image", "webp"),
        ("application/pdf", "document", "pdf"),
        ("text/csv", "document", "csv"),
        ("text/html", "document", "html"),
        ("text/plain", "document", "txt"),
        ("text/markdown", "document", "md"),
        ("application/msword", "document", "doc"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document", "docx"),
        ("application/vnd.ms-excel", "document", "xls"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "document", "xlsx"),
    ];

    // What the first bytes look like in Base64. Claude refuses an image that is not what it is said to be.
    private static readonly (string Start, string Format)[] Marks =
        [("iVBORw0KGgo", "png"), ("/9j/", "jpeg"), ("R0lGOD", "gif"), ("UklGR", "webp")];

    /// <summary>Reads a data URL.</summary>
    /// <param name="url">Where it is in the request.</param>
    /// <param name="documentName">What a document is called; <see langword="null"/> where only images may be.</param>
    /// <exception cref="Errors.RequestFault">400: it is another URL, or holds something else.</exception>
    public static MediaBlock Read(Field url, string? documentName)
    {
        var text = url.Text();
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw url.Unsupported(
                "This gateway fetches nothing by URL: send it in the request, as a data URL such as "
                + "data:image/png;base64,...");
        }

        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var head = comma < 0 ? "" : text[Scheme.Length..comma];
        if (!head.EndsWith(Encoding, StringComparison.OrdinalIgnoreCase))
        {
            throw url.Invalid("expected a data URL in Base64");
        }

        var type = head[..^Encoding.Length].Split(';')[0].Trim();
        var (_, kind, format) = Array.Find(
            Types, known => known.Type.Equals(type, StringComparison.OrdinalIgnoreCase));
        if (kind is null || (kind == "document" && documentName is null))
        {
            throw url.Unsupported(documentName is null
                ? "Images are supported as PNG, JPEG, GIF and WebP."
                : "Files are supported as PDF, CSV, HTML, text, Markdown, Word and Excel, and as images.");
        }

        var bytes = text.AsSpan(comma + 1);
        if (bytes.IsEmpty || !Base64.IsValid(bytes))
        {
            throw url.Invalid("expected a data URL in Base64");
        }

        return kind == "image"
            ? new(kind, FormatOf(bytes) ?? format, Name: null, bytes.ToString())
            : new(kind, format, documentName, bytes.ToString());
    }

    private static string? FormatOf(ReadOnlySpan<char> base64)
    {
        foreach (var (start, format) in Marks)
        {
            if (base64.StartsWith(start, StringComparison.Ordinal))
            {
                return format;
            }
        }

        return null;
    }
}
