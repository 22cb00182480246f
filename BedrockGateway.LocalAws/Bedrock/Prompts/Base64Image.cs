using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Prompts;

/// <summary>Images that a request carries as base64.</summary>
internal static class Base64Image
{
    private const string Unreadable = "Could not process image";

    /// <exception cref="AwsFault"><c>ValidationException</c>: it is no base64, or no image.</exception>
    public static ImagePart Read(string mediaType, string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
        {
            throw new AwsFault("ValidationException", Unreadable);
        }

        return ImageSize.Of(bytes.AsSpan(0, length)) is { } size
            ? new(mediaType, bytes.AsMemory(0, length), size)
            : throw new AwsFault("ValidationException", Unreadable);
    }

    /// <summary>A <c>data:</c> URL, as OpenAI's JSON has images.</summary>
    /// <exception cref="AwsFault"><c>ValidationException</c>: it is another URL, or no image.</exception>
    // data:image/png;base64,iVBORw0...
    public static ImagePart ReadDataUrl(string url) =>
        url.Split(',', 2) is [var head, var base64]
        && head.StartsWith("data:", StringComparison.Ordinal)
        && head.EndsWith(";base64", StringComparison.Ordinal)
            ? Read(head["data:".Length..^";base64".Length], base64)
            : throw new AwsFault("ValidationException", Unreadable);
}
