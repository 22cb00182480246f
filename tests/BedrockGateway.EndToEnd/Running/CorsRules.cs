namespace BedrockGateway.EndToEnd.Running;

/// <summary>Which pages may call the gateway from a browser, and what its replies say of that.</summary>
/// <param name="Page">Origin of a page that may.</param>
/// <param name="Allowed">What the preflight and the functions' replies allow it.</param>
/// <param name="AllowedByErrors">What the gateway's own errors allow, which cannot choose among several.</param>
internal sealed record CorsRules(string Page, string Allowed, string AllowedByErrors)
{
    private const string All = "*";

    /// <param name="origins"><c>CORS_ORIGINS</c> of the stack; <see langword="null"/> for its default.</param>
    public static CorsRules Of(string? origins) => (origins ?? All).Split(',', StringSplitOptions.TrimEntries) switch
    {
        [All] => new("https://app.example.com", All, All),
        [var only] => new(only, only, only),
        [var first, ..] => new(first, first, All),
        [] => throw new ArgumentException("Splitting gives at least one.", nameof(origins)),
    };
}
