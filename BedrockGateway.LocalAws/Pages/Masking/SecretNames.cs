using System.Text.RegularExpressions;

namespace BedrockGateway.LocalAws.Pages.Masking;

/// <summary>By their names: what holds a secret.</summary>
internal static partial class SecretNames
{
    private static readonly string[] Endings =
        ["password", "apikey", "token", "secret", "secrethash", "secretaccesskey", "authorization", "cookie"];

    /// <summary>Whether a property, header or parameter of that name holds a secret, however it is spelled.</summary>
    // "API Key", "x-api-key", "custom:api_key", "IdToken", "X-Amz-Security-Token", "Proxy-Authorization"
    public static bool Contains(string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Array.Exists(Endings, letters.EndsWith);
    }

    /// <summary>Whether a text that cannot be taken apart speaks of a secret.</summary>
    public static bool AreIn(string text) => Mention().IsMatch(text);

    [GeneratedRegex("password|api.?key|token|secret|authorization|cookie", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();
}
