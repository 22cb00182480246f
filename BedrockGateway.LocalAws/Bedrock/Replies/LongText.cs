using System.Globalization;
using System.Text.RegularExpressions;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>
/// Answers of a given length: <c>Write 100000 tokens.</c> gets that many, and <c>Write 9000000 bytes.</c> a text of that
/// size in few tokens, so that no token limit cuts it.
/// </summary>
internal static partial class LongText
{
    private const int Longest = 25_000_000;

    private const int MostTokensOfBytes = 2_000;

    private static readonly string[] Words = ["over", "hill", "vale", "thru", "bush", "wood", "park", "pale"];

    /// <summary>The text, or <see langword="null"/> where none is asked for.</summary>
    public static string? Asked(string prompt) =>
        Order().Match(prompt) is { Success: true } order
        && int.TryParse(order.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is > 0 and <= Longest
            ? order.Groups["unit"].Value == "tokens" ? OfTokens(count) : OfBytes(count)
            : null;

    [GeneratedRegex(@"\bWrite (?<count>[0-9]{1,8}) (?<unit>tokens|bytes)\b")]
    private static partial Regex Order();

    private static string OfTokens(int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(index => Words[index % Words.Length]));

    // Spaces belong to the token that they precede, so a line of them and a word is one.
    private static string OfBytes(int count)
    {
        var lineLength = Math.Max(Words[0].Length + 1, (count + MostTokensOfBytes - 1) / MostTokensOfBytes);
        var line = Words[0].PadRight(lineLength);
        return string.Create(count, line, static (text, line) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = line[i % line.Length];
            }

            // White space at the end might be trimmed on the way.
            text[^1] = '.';
        });
    }
}
