namespace BedrockGateway.LocalAws.Iam.Policies;

/// <summary>IAM's patterns: <c>*</c> stands for any characters or none, <c>?</c> for exactly one.</summary>
internal static class Wildcard
{
    /// <summary>Whether the whole text fits. Upper and lower case differ.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (star, resume) = (-1, 0);
        var (p, t) = (0, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0)
            {
                // The last star takes one character more; earlier ones never need to.
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    /// <summary>Compares ARNs part by part, so that no <c>*</c> reaches beyond the colons around it.</summary>
    /// <remarks>The sixth part is the rest, with the colons in it.</remarks>
    public static bool MatchesArn(string pattern, string arn) =>
        pattern.Split(':', 6) is { Length: 6 } patterns
        && arn.Split(':', 6) is { Length: 6 } parts
        && patterns.Zip(parts).All(pair => Matches(pair.First, pair.Second));
}
