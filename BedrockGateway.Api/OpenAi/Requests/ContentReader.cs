using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.OpenAi.Requests;

/// <summary>Reads what a message holds: a text, or parts of both of OpenAI's forms.</summary>
/// <remarks>Chat has <c>text</c>, <c>image_url</c> and <c>file</c>, Responses <c>input_text</c>, <c>output_text</c>,
/// <c>input_image</c> and <c>input_file</c>; each is understood in both.</remarks>
internal sealed class ContentReader
{
    private int _documents;

    /// <exception cref="Errors.RequestFault">400: it is neither a text nor parts that this gateway serves.</exception>
    public List<ConverseBlock> Read(Field? content)
    {
        List<ConverseBlock> blocks = [];
        if (content is { IsText: true })
        {
            blocks.Add(new TextBlock(content.Text()));
        }
        else if (content is not null)
        {
            foreach (var part in content.Items())
            {
                blocks.Add(ReadPart(part));
                AddCachePoint(part, blocks);
            }
        }

        return blocks;
    }

    /// <summary>Adds a cache point after what has <c>"cache_control":{"type":"ephemeral"}</c>.</summary>
    public static void AddCachePoint(Field part, List<ConverseBlock> blocks)
    {
        if (IsCached(part) && blocks.Count > 0)
        {
            blocks.Add(CachePointBlock.Instance);
        }
    }

    public static bool IsCached(Field part) =>
        part is { IsObject: true } && part.Find("cache_control") is { IsObject: true };

    private ConverseBlock ReadPart(Field part)
    {
        if (part.IsText)
        {
            return new TextBlock(part.Text());
        }

        var type = part.Need("type");
        return type.Text() switch
        {
            "text" or "input_text" or "output_text" => new TextBlock(part.Need("text").Text()),
            "refusal" => new TextBlock(part.Need("refusal").Text()),
            "image_url" => ReadImage(part.Need("image_url")),
            "input_image" => ReadImage(part.Need("image_url")),
            "file" => ReadFile(part.Need("file")),
            "input_file" => ReadFile(part),
            var other => throw type.Unsupported(
                $"Content of type '{other}' is not supported: send text, images and files."),
        };
    }

    // {"url":"data:..."}, or the URL itself.
    private static MediaBlock ReadImage(Field image) =>
        DataUrl.Read(image.IsText ? image : image.Need("url"), documentName: null);

    private MediaBlock ReadFile(Field file)
    {
        var name = file.Find("filename")?.Text() ?? "";
        return DataUrl.Read(file.Need("file_data"), NameOf(name));
    }

    // Bedrock takes a few characters, no two spaces in a row, and each name once.
    private string NameOf(string name)
    {
        var chars = name.Take(64).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray();
        return $"{++_documents}-{new string(chars)}".TrimEnd('-');
    }
}
