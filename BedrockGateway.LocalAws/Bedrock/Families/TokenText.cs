namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>LocalAws's token rule: simple, deterministic and near enough to count, throttle and truncate by.</summary>
/// <remarks>
/// A token is any white space and then up to four letters or digits, or one other character:
/// <c>Hello, world!</c> is <c>Hell|o|,| worl|d|!</c>, six tokens. Trailing white space counts as one.
/// </remarks>
internal static class TokenText
{
    private const int LongestToken = 4;

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var start = 0; start < text.Length; start = EndOfToken(text, start))
        {
            count++;
        }

        return count;
    }

    /// <summary>The first <paramref name="maxTokens"/> tokens of a text.</summary>
    public static string Take(string text, int maxTokens) => text[..LengthOf(text, maxTokens)];

    /// <summary>How many characters the first <paramref name="maxTokens"/> tokens of a text have.</summary>
    public static int LengthOf(ReadOnlySpan<char> text, int maxTokens)
    {
        var end = 0;
        for (var count = 0; count < maxTokens && end < text.Length; count++)
        {
            end = EndOfToken(text, end);
        }

        return end;
    }

    private static int EndOfToken(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var wordStart = end;
        while (end < text.Length && end - wordStart < LongestToken && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end > wordStart || end == text.Length)
        {
            return end;
        }

        // A character beyond the basic plane is two code units, which stay together.
        return end + (end + 1 < text.Length && char.IsSurrogatePair(text[end], text[end + 1]) ? 2 : 1);
    }
}
