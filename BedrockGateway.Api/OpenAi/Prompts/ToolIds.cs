using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BedrockGateway.Api.OpenAi.Prompts;

/// <summary>
/// Ids of the uses of tools in a conversation, as Bedrock takes them: of its characters, and each once.
/// </summary>
internal sealed class ToolIds
{
    private const int MaxChars = 64;
    private const int DigestChars = 8;

    private readonly Dictionary<string, string> _latest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The id of a use. Some clients count them anew in every turn, or give none.</summary>
    public string OfUse(string? id)
    {
        var named = id ?? "";
        var valid = MakeValid(named);
        for (var count = 2; !_used.Add(valid); count++)
        {
            valid = MakeUnique(MakeValid(named), count.ToString(CultureInfo.InvariantCulture));
        }

        return _latest[named] = valid;
    }

    /// <summary>The id of the use that a result is of: the latest of that id.</summary>
    public string OfResult(string id) => _latest.GetValueOrDefault(id) ?? MakeValid(id);

    public static string MakeValid(string text)
    {
        if (text.Length is > 0 and <= MaxChars && text.All(IsValid))
        {
            return text;
        }

        var chars = text.Take(MaxChars).Select(c => IsValid(c) ? c : '_').ToArray();
        return MakeUnique(new(chars), text);
    }

    /// <summary>Puts the digest of something at the end of a valid text.</summary>
    public static string MakeUnique(string valid, string of)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..DigestChars];
        return $"{valid[..Math.Min(valid.Length, MaxChars - DigestChars - 1)]}_{digest}";
    }

    private static bool IsValid(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
