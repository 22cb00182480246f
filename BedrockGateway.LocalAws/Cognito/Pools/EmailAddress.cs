using System.Buffers;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>What Cognito takes for an e-mail address, and how it hides one.</summary>
internal static class EmailAddress
{
    private static readonly SearchValues<char> LabelCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>One <c>@</c>, something before it, and a host name of two labels or more behind it.</summary>
    public static bool IsValid(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || text.AsSpan(0, at).ContainsAny(" \t\r\n"))
        {
            return false;
        }

        var labels = text[(at + 1)..].Split('.');
        return labels.Length > 1 && labels.All(IsLabel);
    }

    /// <summary><c>someone@example.com</c> becomes <c>s***@e***</c>.</summary>
    public static string Mask(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return $"{address[..1]}***@{address.Substring(at + 1, 1)}***";
    }

    private static bool IsLabel(string label) =>
        label.Length > 0 && label[0] != '-' && label[^1] != '-' && !label.AsSpan().ContainsAnyExcept(LabelCharacters);
}
