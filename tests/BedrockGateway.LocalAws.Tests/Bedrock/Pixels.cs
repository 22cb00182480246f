namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>The first bytes of images, as base64, which is as far as LocalAws reads them.</summary>
internal static class Pixels
{
    /// <summary>640 by 480.</summary>
    public const string Png = "iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgCAIAAAAAAAAA";

    /// <summary>3 by 2.</summary>
    public const string Gif = "R0lGODlhAwACAAAAADs=";

    /// <summary>16 by 8, behind a JFIF segment.</summary>
    public const string Jpeg = "/9j/4AAQSkZJRgABAQAAAQABAAD/wAARCAAIABAAAAAAAAAAAAAA";

    /// <summary>100 by 50, in the extended format.</summary>
    public const string WebP = "UklGRhYAAABXRUJQVlA4WAoAAAAAAAAAYwAAMQAA";

    /// <summary>4 by 5.</summary>
    public const string LosslessWebP = "UklGRhYAAABXRUJQVlA4TAoAAAAvAwABAAAAAAAAAAAAAA==";

    /// <summary>7 by 6.</summary>
    public const string LossyWebP = "UklGRhYAAABXRUJQVlA4IAoAAAAAAACdASoHAAYA";
}
