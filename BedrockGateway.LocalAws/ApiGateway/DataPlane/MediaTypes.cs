namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Comparisons of content types.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";

    /// <summary>The first type without parameters: <c>image/png</c> of <c>image/png;q=0.9, */*</c>.</summary>
    public static string Bare(string? contentType) => (contentType ?? string.Empty).Split(',', ';')[0].Trim();

    /// <summary>Whether a type or a pattern such as <c>image/*</c> covers a type.</summary>
    public static bool Covers(string pattern, string type) =>
        pattern == "*/*"
        || (pattern.EndsWith("/*", StringComparison.Ordinal)
            ? type.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : type.Equals(pattern, StringComparison.OrdinalIgnoreCase));
}
